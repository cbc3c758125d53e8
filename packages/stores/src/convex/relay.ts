import { randomUUID } from "node:crypto";
import type { EventClient, EventToSend } from "@org/events";
import { withDeadline } from "@org/integrations/deadline";
import { type Batch, type BatchOptions, failureTold } from "../outbox/batch.ts";
import { createBell } from "../outbox/bell.ts";
import type { Relay } from "../outbox/port.ts";
import { type AnyRelayOptions, relayOver } from "../outbox/relay.ts";
import type { WakeUp } from "../outbox/wake-up.ts";
import type { ConvexDeployment, Subscription } from "./deployment.ts";
import { functions } from "./functions.ts";

/** How long a claim outlasts the engine's time to answer: for the calls before and after it. */
const spare = 30_000;

export interface ConvexRelayOptions extends AnyRelayOptions {
  deployment: ConvexDeployment;
}

/**
 * Moves events from the outbox in Convex to the engine. A claim keeps other relays away for as long as sending may take, and
 * what a relay that died had claimed is sent by another one after that, under the same ids.
 */
export function createConvexRelay({ deployment, ...options }: ConvexRelayOptions): Relay {
  const move = (client: EventClient, batch: BatchOptions) => moveBatch(deployment, client, batch);
  return relayOver({ move, wakeUp: convexWakeUp(deployment) }, options);
}

async function moveBatch(
  deployment: ConvexDeployment,
  client: EventClient,
  { select, limit, sendTimeout }: BatchOptions,
): Promise<Batch> {
  const { mutation } = deployment.callsOf("outbox");
  const { claim, accept, fail } = functions.outbox;
  const holder = randomUUID();
  const rows = await mutation(claim, { holder, select, limit, lease: sendTimeout + spare });
  const claimed = rows.map(({ id }) => id);
  if (rows.length === 0) return { claimed };
  const events = rows.map(({ payload }): EventToSend => JSON.parse(payload));
  try {
    await withDeadline(client.send(events), sendTimeout);
  } catch (error) {
    const failure = failureTold(error, events);
    await mutation(fail, { holder, ids: claimed, failure });
    return { claimed, failure };
  }
  await mutation(accept, { holder, ids: claimed });
  return { claimed };
}

/** Woken by the deployment whenever there is a new event to send; its client opens lost connections again by itself. */
function convexWakeUp(deployment: ConvexDeployment): WakeUp {
  const bell = createBell();
  let subscription: Subscription | undefined;
  return {
    ...bell,
    async listen() {
      subscription = deployment.subscribe(functions.outbox.newest, {}, () => bell.wake());
      bell.wake();
    },
    stop() {
      void subscription?.end();
      bell.wake();
    },
  };
}
