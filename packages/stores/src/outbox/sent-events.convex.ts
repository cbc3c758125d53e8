import type { ConvexDeployment } from "../convex/deployment.ts";
import { outboxRow } from "../convex/emitting.ts";
import { functions } from "../convex/functions.ts";
import type { SentEvents } from "./port.ts";
import { keptTogether } from "./sent-together.ts";

const mostAtOnce = 500;

/** Keeps events beside those of the outbox in Convex, as accepted ones. */
export function convexSentEvents(deployment: ConvexDeployment): SentEvents {
  const { mutation } = deployment.callsOf("sent-events");
  return keptTogether(async (events) => {
    await mutation(functions.sentEvents.keep, { events: events.map((event) => outboxRow(event, event)) });
  }, mostAtOnce);
}
