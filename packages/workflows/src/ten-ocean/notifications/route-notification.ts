import type { EventData } from "@org/events";
import { notificationRoute } from "@org/events/ten-ocean/notification-route";
import type { NotificationEntry } from "@org/stores/ten-ocean/port";
import type { InngestFunction } from "inngest";
import type { WorkflowStep } from "../../client.ts";
import { eventTime } from "../../event-time.ts";
import { defaultRetries } from "../../retry-policy.ts";
import { brandOf } from "../brand.ts";
import type { Uses } from "../ports.ts";
import { templateOf } from "./find-template.ts";
import { handToSenders } from "./hand-to-senders.ts";
import type { NotificationTemplate, Words } from "./notification-template.ts";
import { planTelling, type Telling } from "./plan-telling.ts";

type Ports = Uses<{
  inngest: true;
  members: "list";
  preferences: "list";
  notifications: "add";
  templates: true;
  portalUrl: true;
  brand: true;
}>;

/**
 * Tells members something: in their list in the portal, and over the channels and at the time that they chose.
 *
 * Quiet hours are waited for, and when they are over the store is asked again. How a member is told is kept with their
 * list, so that a repeated event tells nobody over another channel.
 */
export function routeNotification(ports: Ports): InngestFunction.Any {
  return ports.inngest.createFunction(
    { id: "route-notification", triggers: [notificationRoute], retries: defaultRetries },
    async ({ event, step }) => {
      const { userIds, expiresAt } = event.data;
      const template = templateOf(event.data.template, ports);
      const at = eventTime(event);
      if (expiresAt !== undefined && at >= new Date(expiresAt)) return { expired: true };
      const plan = await step.run("plan-telling", () =>
        planTelling(ports, { template, userIds, at, expiresAt }),
      );
      const { words, entries } = await step.run("keep-in-lists", () =>
        keepInLists(ports, { template, route: event.data, tellings: plan.tellings }),
      );
      const tellings = withTimes(entries, plan.tellings);
      const message = { route: event.data, template, words };

      const now = tellings.filter((telling) => telling.at === null && isTold(telling));
      await handToSenders(step, { ...message, when: "now", entries: now });
      const later = tellings.filter((telling) => telling.at !== null && isTold(telling));
      const afterQuietHours = await tellLater(step, ports, { ...message, later });
      const heldForDigest = tellings.filter((telling) => telling.heldForDigest).length;
      return { listed: entries.length, now: now.length, afterQuietHours, heldForDigest, ...plan.skipped };
    },
  );
}

interface RoutedMessage {
  route: EventData<typeof notificationRoute>;
  template: NotificationTemplate;
  words: Words;
}

async function keepInLists(
  ports: Ports,
  { template, route, tellings }: Omit<RoutedMessage, "words"> & { tellings: readonly Telling[] },
): Promise<{ words: Words; entries: NotificationEntry[] }> {
  const { data, notificationId } = route;
  const words = template.words({ data, portalUrl: ports.portalUrl, brand: brandOf(ports) });
  const entries = await ports.notifications.add({ notificationId, kind: template.kind, ...words }, tellings);
  return { words, entries };
}

/** What is kept says how, the plan when. */
function withTimes(entries: readonly NotificationEntry[], planned: readonly Telling[]): Telling[] {
  const times = new Map(planned.map(({ userId, at }) => [userId, at]));
  return entries.map((entry) => ({ ...entry, at: times.get(entry.userId) ?? null }));
}

function isTold({ email, push }: NotificationEntry): boolean {
  return email || push;
}

/** Waits for the end of each member's quiet hours. @returns how many were told then. */
async function tellLater(
  step: WorkflowStep,
  ports: Ports,
  { later, ...message }: RoutedMessage & { later: readonly Telling[] },
): Promise<number> {
  const waiting = new Map(later.map((telling) => [telling.userId, telling]));
  let told = 0;
  while (waiting.size > 0) {
    const times = [...waiting.values()].map(({ at }) => at ?? "");
    const wake = times.reduce((first, time) => (time < first ? time : first));
    await step.sleepUntil(`wait-until:${wake}`, wake);
    const due = [...waiting.values()].filter(({ at }) => at === wake);
    const still = await step.run(`ask-again:${wake}`, () => askAgain(ports, message, due, wake));
    for (const { userId } of due) waiting.delete(userId);
    for (const telling of still) if (telling.at !== null) waiting.set(telling.userId, telling);
    const now = still.filter(({ at }) => at === null);
    await handToSenders(step, { ...message, when: wake, entries: now });
    told += now.length;
  }
  return told;
}

/** Who is still to be told: of those who left, or turned a channel off meanwhile, nobody over it. */
async function askAgain(
  ports: Ports,
  { route: { expiresAt }, template }: RoutedMessage,
  due: readonly Telling[],
  wake: string,
): Promise<Telling[]> {
  const userIds = due.map(({ userId }) => userId);
  const occasion = { template, userIds, at: new Date(wake), isImmediate: true, expiresAt };
  const { tellings } = await planTelling(ports, occasion);
  const wanted = new Map(tellings.map((telling) => [telling.userId, telling]));
  return due.flatMap((before) => {
    const after = wanted.get(before.userId);
    if (!after) return [];
    const still = { ...before, email: before.email && after.email, push: before.push && after.push };
    return isTold(still) ? [{ ...still, at: after.at }] : [];
  });
}
