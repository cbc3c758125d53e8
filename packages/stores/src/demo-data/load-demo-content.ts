import { OrderRefusedError } from "../mohallamart/orders/errors.ts";
import type { MohallaMartStores } from "../mohallamart/port.ts";
import { AccountClosedError } from "../mohallamart/users/errors.ts";
import type { TenOceanStores } from "../ten-ocean/port.ts";
import { type DemoApplication, type DemoOrder, demoApplications, demoOrders } from "./mohallamart-content.ts";
import { demoAdmin, demoAnnouncements, demoEvents, demoRequests, demoTopics } from "./ten-ocean-content.ts";

export type DemoContentTarget = Pick<
  TenOceanStores,
  "announcements" | "communityEvents" | "rsvps" | "maintenance" | "forum"
>;

export type DemoMarketTarget = Pick<
  MohallaMartStores,
  "orders" | "inventory" | "deliveries" | "users" | "shopkeepers"
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

/**
 * Adds the orders and applications that the examples of events tell of. What is there stays as it is, and an order whose
 * goods were sold since is left out; emits nothing. Needs `loadDemoData`.
 * @returns how many orders and applications were added.
 */
export async function loadDemoMarket(stores: DemoMarketTarget): Promise<number> {
  const added = [
    ...(await inOrder(demoOrders, (order) => addOrder(stores, order))),
    ...(await inOrder(demoApplications, (application) => addApplication(stores, application))),
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

async function addOrder(
  stores: DemoMarketTarget,
  { order, status, trackingNumber }: DemoOrder,
): Promise<boolean> {
  const { orders } = stores;
  const { orderId } = order;
  if (await orders.get(orderId)) return false;
  try {
    await orders.place(order, silently);
  } catch (error) {
    if (OrderRefusedError.isInstance(error) || AccountClosedError.isInstance(error)) return false;
    throw error;
  }
  if (order.payment === "prepaid") await orders.bookPayment(orderId, "captured", silently);
  if (status === undefined) return true;
  await followUp(stores, orderId);
  await orders.advance(orderId, "packed", silently);
  await orders.advance(orderId, "shipped", { ...silently, ...(trackingNumber && { trackingNumber }) });
  if (status === "delivered") await orders.advance(orderId, "delivered", silently);
  return true;
}

/** What the workflows do of an order that is placed: its stock is taken, and everybody was told. */
async function followUp({ inventory, deliveries }: DemoMarketTarget, subject: string): Promise<void> {
  await inventory.take(subject, silently);
  const [confirmation, notice] = [`order-confirmation:${subject}`, `new-order:${subject}`];
  const told = {
    subject,
    workflow: "send-order-confirmation",
    recipient: "customer",
    status: "sent",
  } as const;
  const shopTold = { ...told, workflow: "notify-shopkeeper", recipient: "shopkeeper" } as const;
  await deliveries.recordMany([
    { ...told, key: `${confirmation}:email`, channel: "email" },
    { ...told, key: `${confirmation}:sms`, channel: "sms" },
    { ...shopTold, key: `${notice}:email`, channel: "email" },
  ]);
}

async function addApplication(
  { users, shopkeepers }: DemoMarketTarget,
  { applicant, shopkeeperId, shop, rejection }: DemoApplication,
): Promise<boolean> {
  if (await shopkeepers.application(shopkeeperId)) return false;
  const { userId: applicantId, ...contact } = applicant;
  await users.add(applicant);
  const shopkeeper = { shopkeeperId, shopId: shop.shopId, ...contact };
  await shopkeepers.apply({ applicantId, shopkeeper, shop }, silently);
  if (rejection) await shopkeepers.reject(shopkeeperId, rejection, silently);
  return true;
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
