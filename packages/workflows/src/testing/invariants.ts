import type { Payment } from "@org/integrations/payments/port";
import type { Order, OrderDetails, OrderPayment } from "@org/stores/mohallamart/port";
import { deadEndsOf } from "./dead-ends.ts";
import { differencesOfSearch } from "./differences-of-search.ts";
import { duplicatesOf } from "./effects.ts";
import type { TestBench } from "./test-bench.ts";

/**
 * What must hold at the end whatever went wrong on the way; a run that failed may have left something undone, for its
 * dead letter to finish, but never done anything twice.
 * @returns the breaches, in words.
 */
export async function breaches(bench: TestBench): Promise<string[]> {
  const orders = await ordersOf(bench);
  const isFinished = bench.engine.runs({ status: "Failed" }).length === 0;
  return [
    ...running(bench),
    ...duplicatesOf(bench).map((message) => `sent twice: ${message}`),
    ...deadEnds(bench),
    ...(await wrongStock(bench, orders, isFinished)),
    ...(await wrongMoney(bench, orders, isFinished)),
    ...(isFinished ? await differencesOfSearch(bench) : []),
  ];
}

/** Emails that lead their readers nowhere. */
function deadEnds({ vendors }: TestBench): string[] {
  return vendors
    .outbox()
    .flatMap(({ html, subject }) => (html ? deadEndsOf(html).map((end) => `${end}: ${subject}`) : []));
}

async function ordersOf({ engine, mohallaMart }: TestBench): Promise<OrderDetails[]> {
  const ids = engine.events({ name: "order.created" }).map(({ data }) => String(Object(data).orderId));
  const found = await Promise.all([...new Set(ids)].map((orderId) => mohallaMart.orders.get(orderId)));
  return found.filter((order) => order !== undefined);
}

/** Runs that neither ended nor wait for a time or an event. */
function running({ engine }: TestBench): string[] {
  return engine
    .runs()
    .filter(({ status }) => status === "Queued" || status === "Running")
    .filter(({ steps }) => !steps.some(({ status }) => status === "sleeping" || status === "waiting"))
    .map(({ functionId }) => `still running: ${functionId}`);
}

/** What can be ordered is what the shop has less what was ordered and not cancelled. */
async function wrongStock(
  { mohallaMart, products }: TestBench,
  orders: OrderDetails[],
  isFinished: boolean,
): Promise<string[]> {
  const lines = orders.flatMap(({ status, lines }) => lines.map((line) => ({ ...line, status })));
  const wrong: string[] = [];
  for (const productId of new Set(lines.map((line) => line.productId))) {
    const quantityOf = (isCounted: (status: Order["status"]) => boolean) =>
      lines
        .filter((line) => line.productId === productId && isCounted(line.status))
        .reduce((sum, { quantity }) => sum + quantity, 0);
    const counts = (await mohallaMart.inventory.history({ productId, limit: 1000 }))
      .filter(({ reason }) => reason === "count")
      .reduce((sum, { change }) => sum + change, 0);
    const stock = products.find((product) => product.productId === productId)?.stock ?? 0;
    const expected = stock + counts - quantityOf((status) => status !== "cancelled");
    const unreturned = isFinished ? 0 : quantityOf((status) => status === "cancelled");
    const available = (await mohallaMart.products.get(productId))?.available ?? Number.NaN;
    if (available >= 0 && available <= expected && available >= expected - unreturned) continue;
    wrong.push(`${productId} has ${available} available instead of ${expected}`);
  }
  return wrong;
}

/**
 * The money that the vendor took and did not give back is the order's total, or nothing when it was cancelled and the bank
 * took the refund; and of all payments together it is what the orders' states say together.
 */
async function wrongMoney(
  { mohallaMart, payments }: TestBench,
  orders: OrderDetails[],
  isFinished: boolean,
): Promise<string[]> {
  const wrong: string[] = [];
  let owned = 0;
  for (const { orderId, paymentId, status, total } of orders) {
    if (!paymentId) continue;
    const payment = await payments.get(paymentId);
    const booked = await mohallaMart.orders.payment(orderId);
    const { refund } = booked ?? {};
    const found = `${orderId} is ${status}, its payment ${payment.status} and booked ${booked?.status} ${refund ?? ""}`;
    const kept = keptOf(payment);
    const expected = status === "cancelled" && refund !== "failed" ? 0 : total;
    if (isFinished ? kept !== expected : kept !== 0 && kept !== total) wrong.push(`${found}: ${kept} kept`);
    if (isFinished && bookedKept(booked) !== kept) wrong.push(`${found}: wrongly booked`);
    if (payment.refunded > 0 && status !== "cancelled") wrong.push(`${found}: given back`);
    owned += bookedKept(booked);
  }
  if (isFinished) wrong.push(...(await wrongTotal(payments, owned)));
  return wrong;
}

/** Money that was taken for no order at all shows only here. */
async function wrongTotal(payments: TestBench["payments"], owned: number): Promise<string[]> {
  let kept = 0;
  let cursor: string | undefined;
  do {
    const span = { from: "2000-01-01T00:00:00Z", to: "2100-01-01T00:00:00Z" };
    const page = await payments.listPayments({ ...span, ...(cursor === undefined ? {} : { cursor }) });
    kept += page.entries.reduce((sum, payment) => sum + keptOf(payment), 0);
    cursor = page.next;
  } while (cursor !== undefined);
  return kept === owned ? [] : [`the vendor keeps ${kept} for us, our orders say ${owned}`];
}

function keptOf({ status, amount, refunded }: Payment): number {
  return status === "captured" || status === "refunded" ? amount - refunded : 0;
}

function bookedKept(booked: OrderPayment | undefined): number {
  return booked?.status === "captured" && booked.refund !== "pending" ? booked.amount : 0;
}
