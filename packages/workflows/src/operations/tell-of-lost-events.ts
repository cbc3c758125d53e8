import { eventsLost } from "@org/events/operations/events-lost";
import type { Alert } from "@org/integrations/alerts/port";
import type { InngestFunction } from "inngest";
import { eventId } from "../event-id.ts";
import { unlessReplayed } from "../replayed-apart.ts";
import { defaultRetries } from "../retry-policy.ts";
import { sendingShare } from "../vendor-limits.ts";
import type { Uses } from "./ports.ts";

type Ports = Uses<{ inngest: true; alerts: "send"; webUrl: true; limits: true }>;

/** Several finds within a quarter of an hour are one alert. */
const group = "events-lost";

/**
 * Tells the people who run the system that the engine accepted events and started nothing of them. A bad night finds some
 * again and again: what is found within ten seconds is told at once, so that no find waits behind many.
 */
export function tellOfLostEvents({ inngest, alerts, webUrl, limits }: Ports): InngestFunction.Any {
  return inngest.createFunction(
    {
      id: "tell-of-lost-events",
      triggers: [eventsLost],
      batchEvents: { maxSize: 100, timeout: "10s", if: unlessReplayed },
      retries: defaultRetries,
      throttle: sendingShare("tell-of-lost-events", limits),
    },
    async ({ event, events, step }) => {
      const finds: readonly (typeof event)[] = events;
      const count = finds.reduce((total, { data }) => total + data.count, 0);
      const names = [...new Set(finds.flatMap(({ data }) => data.names))];
      const { occurredAt: at } = event.data;
      const alert = toAlert({ count, names, at, key: `${group}:${eventId(event)}` }, webUrl);
      await step.run("send-alert", () => alerts.send(alert));
      return { count };
    },
  );
}

function toAlert(
  { count, names, key, at }: Pick<Alert, "key" | "at"> & { count: number; names: string[] },
  webUrl: string,
): Alert {
  const events = count === 1 ? "An event" : `${count} events`;
  return {
    group,
    key,
    at,
    severity: "warning",
    title: `${events} started nothing`,
    text: [
      `The engine accepted ${count === 1 ? "it" : "them"} and started nothing, or not all, of what has to follow: ${names.join(", ")}.`,
      "Sent again under the same ids; an engine that is only behind ignores that.",
      "If there are more: look whether the engine runs, keeps its state and knows this deployment's functions.",
    ].join("\n"),
    url: `${webUrl}/operations`,
  };
}
