import type { EventData } from "@org/events";
import { analyticsTrack } from "@org/events/mohallamart/analytics-track";
import type { AnalyticsEvent } from "@org/stores/mohallamart/port";
import type { InngestFunction } from "inngest";
import { unlessReplayed } from "../../replayed-apart.ts";
import { defaultRetries } from "../../retry-policy.ts";
import type { Uses } from "../ports.ts";

type Ports = Uses<{ inngest: true; analytics: "record" }>;

/** Writes what visitors did into the analytics table and adds it to the hour's and the day's counts, in batches. */
export function trackAnalytics({ inngest, analytics }: Ports): InngestFunction.Any {
  return inngest.createFunction(
    {
      id: "track-analytics",
      triggers: [analyticsTrack],
      retries: defaultRetries,
      batchEvents: { maxSize: 100, timeout: "5s", if: unlessReplayed },
    },
    ({ events, step }) =>
      step.run("record-events", async () => ({
        recorded: await analytics.record(events.map(toAnalyticsEvent)),
      })),
  );
}

interface TrackedEvent {
  id?: string;
  data: EventData<typeof analyticsTrack>;
}

function toAnalyticsEvent({ id, data }: TrackedEvent): AnalyticsEvent {
  // The engine gives every event an id; the SDK's type allows for one that was never sent.
  if (!id)
    throw new Error("An analytics event without an id cannot be counted once: send it through the engine.");
  const { event, userId, sessionId, properties, occurredAt } = data;
  return { eventId: id, event, userId, sessionId, properties, at: occurredAt };
}
