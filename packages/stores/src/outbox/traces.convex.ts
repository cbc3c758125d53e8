import type { ConvexDeployment } from "../convex/deployment.ts";
import { functions } from "../convex/functions.ts";
import type { EventTraces } from "./port.ts";
import { type EventTracesOptions, gatheredTraces } from "./traces-gathered.ts";

/** The event of each is read with it, which may be long. */
const mostAtOnce = 100;

/** Traces beside the outbox in Convex, of events that are still looked for. */
export function convexEventTraces(deployment: ConvexDeployment, options: EventTracesOptions): EventTraces {
  const { mutation } = deployment.callsOf("event-traces");
  const write = async (traces: Parameters<Parameters<typeof gatheredTraces>[0]>[0]) => {
    await mutation(functions.eventTraces.write, { traces: traces.map((trace) => ({ ...trace })) });
  };
  return gatheredTraces(write, mostAtOnce, options);
}
