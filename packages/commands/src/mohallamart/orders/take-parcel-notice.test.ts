import type { ParcelNotice } from "@org/integrations/parcel-notices/port";
import { beforeEach, expect, it, vi } from "vitest";
import { paymentBench } from "../../testing/paid-checkout.ts";
import { takeParcelNotice } from "./take-parcel-notice.ts";
import { writeOrder } from "./write-order.ts";

const bench = await paymentBench();
const { orders, parcels } = bench.ports;
const log = { info: vi.fn(), warn: vi.fn() };
const take = takeParcelNotice({ parcels, log });
let told = 0;

beforeEach(() => vi.clearAllMocks());

function notice(
  orderId: string,
  status: ParcelNotice["status"],
  more: Partial<ParcelNotice> = {},
): ParcelNotice {
  told += 1;
  return { id: `msg_${told}`, orderId, status, at: "2026-11-27T10:00:00.000Z", ...more };
}

async function placed(): Promise<string> {
  const order = await bench.request();
  await writeOrder(orders, order);
  return order.orderId;
}

const updatesOf = async (orderId: string) =>
  (await bench.emittedEvents()).filter(
    ({ name, data }) => name === "order.updated" && data.orderId === orderId,
  );

it("moves the order and says so once, however often the partner tells it", async () => {
  const orderId = await placed();
  const pickedUp = notice(orderId, "picked-up", { trackingNumber: "DLV-7" });
  expect(await Promise.all([take(pickedUp), take(pickedUp)])).toEqual([
    { ok: true, outcome: "moved" },
    { ok: true, outcome: "moved" },
  ]);
  expect(await take(notice(orderId, "attempt-failed", { reason: "nobody-there" }))).toMatchObject({
    outcome: "noted",
  });
  await take(notice(orderId, "delivered"));
  expect(await updatesOf(orderId)).toMatchObject([
    { data: { status: "shipped", trackingNumber: "DLV-7" } },
    { data: { status: "delivered" } },
  ]);
  expect(await orders.get(orderId)).toMatchObject({ status: "delivered" });
  expect(log.warn).not.toHaveBeenCalled();
});

it("tells of each failed attempt once, and cancels the order with the last", async () => {
  const orderId = await placed();
  const first = notice(orderId, "attempt-failed", { reason: "nobody-there" });
  await take(first);
  await take(first);
  await take(notice(orderId, "attempt-failed"));
  expect(await take(notice(orderId, "attempt-failed", { reason: "refused" }))).toMatchObject({
    outcome: "moved",
  });
  await take(notice(orderId, "attempt-failed"));
  const told = (await bench.emittedEvents()).filter(({ data }) => data.orderId === orderId);
  expect(told.map(({ name }) => name)).toEqual([
    "order.created",
    "order.updated",
    "order.deliveryAttemptFailed",
    "order.deliveryAttemptFailed",
    "order.cancelled",
  ]);
  expect(told.map(({ data }) => data.attempt).slice(2)).toEqual([1, 2, undefined]);
  expect(told.map(({ data }) => data.reason).slice(-3)).toEqual(["nobody-there", "other", "undeliverable"]);
  expect(await orders.get(orderId)).toMatchObject({ status: "cancelled" });
});

it("records what cannot be, and somebody can read of it", async () => {
  const orderId = await placed();
  await orders.cancel(orderId, { emit: [] });
  expect(await take(notice(orderId, "delivered"))).toEqual({ ok: true, outcome: "impossible" });
  expect(await take(notice("ord_nowhere", "delivered"))).toEqual({ ok: true, outcome: "unknown-order" });
  expect(log.warn).toHaveBeenCalledTimes(2);
  const told = (await bench.emittedEvents()).filter(({ name }) => name === "order.deliveredCancelled");
  expect(told).toMatchObject([{ data: { orderId, deliveredAt: "2026-11-27T10:00:00.000Z" } }]);
  expect(await updatesOf(orderId)).toEqual([]);
});
