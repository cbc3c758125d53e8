import { AsyncLocalStorage } from "node:async_hooks";
import type { SendingRun } from "@org/stores/deliveries/port";
import { Middleware } from "inngest";
import { eventId } from "./event-id.ts";

const runs = new AsyncLocalStorage<SendingRun>();

/** Lets a step's body know its run, for what has to be found again by it. */
export class KnowRun extends Middleware.BaseMiddleware {
  readonly id = "know-run";

  override wrapStepHandler({ ctx, fn, next }: Middleware.WrapStepHandlerArgs): Promise<unknown> {
    const events = ctx.events.map((event) => {
      const { name, data, ts, v } = event;
      return { id: eventId(event), name, data, ts, v };
    });
    return runs.run({ runId: ctx.runId, app: this.client.id, workflow: fn.id(), events }, next);
  }
}

/** The run in whose step this is called; undefined anywhere else. */
export function currentRun(): SendingRun | undefined {
  return runs.getStore();
}
