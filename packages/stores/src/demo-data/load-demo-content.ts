import type { TenOceanStores } from "../ten-ocean/port.ts";
import { demoAdmin, demoAnnouncements, demoEvents, demoRequests, demoTopics } from "./ten-ocean-content.ts";

export type DemoContentTarget = Pick<
  TenOceanStores,
  "announcements" | "communityEvents" | "rsvps" | "maintenance" | "forum"
>;

const silently = { emit: [] };

/**
 * Adds what goes on in the house of the demo residents: announcements, events to come, repairs, topics. What is there
 * stays as it is; emits nothing. Needs `loadDemoData`.
 * @returns how many announcements, events, requests and topics were added.
 */
export async function loadDemoContent(stores: DemoContentTarget, { now }: { now: Date }): Promise<number> {
  const added = [
    ...(await inOrder(demoAnnouncements, (announcement) =>
      stores.announcements.publish(announcement, silently),
    )),
    ...(await inOrder(demoEvents(now), (event) => addEvent(stores, event))),
    ...(await inOrder(demoRequests, (request) => addRequest(stores, request))),
    ...(await inOrder(demoTopics, (topic) => addTopic(stores, topic))),
  ];
  return added.filter(Boolean).length;
}

/** One after the other, so that the last of a list is the latest in the house. */
async function inOrder<Item>(
  items: readonly Item[],
  add: (item: Item) => Promise<boolean>,
): Promise<boolean[]> {
  const added: boolean[] = [];
  for (const item of items) added.push(await add(item));
  return added;
}

async function addEvent(
  { communityEvents, rsvps }: DemoContentTarget,
  { event, answers }: ReturnType<typeof demoEvents>[number],
): Promise<boolean> {
  if (!(await communityEvents.create(event, silently))) return false;
  for (const answer of answers) await rsvps.answer({ eventId: event.eventId, ...answer }, silently);
  return true;
}

async function addRequest(
  { maintenance }: DemoContentTarget,
  { request, assigneeId, resolution }: (typeof demoRequests)[number],
): Promise<boolean> {
  const { requestId } = request;
  if (!(await maintenance.create(request, silently))) return false;
  if (assigneeId === undefined) return true;
  await maintenance.assign(requestId, { assigneeId, by: demoAdmin }, silently);
  await maintenance.update(requestId, { status: "in-progress", by: assigneeId }, silently);
  if (resolution !== undefined)
    await maintenance.resolve(requestId, { resolvedBy: assigneeId, resolution }, silently);
  return true;
}

async function addTopic(
  { forum }: DemoContentTarget,
  { posts, ...topic }: (typeof demoTopics)[number],
): Promise<boolean> {
  const [opening, ...replies] = posts;
  if (!(await forum.openTopic({ ...topic, ...(opening && { opening }) }, silently))) return false;
  for (const post of replies) await forum.post({ topicId: topic.topicId, ...post }, silently);
  return true;
}
