import { orderUpdated } from "@org/events/mohallamart/order-updated";
import { describe, expect, it } from "vitest";
import { newOrder, type StoreBench } from "../contract/bench.ts";
import type { NewOrder } from "../port.ts";
import type { ParcelNews } from "./port.ts";

const statuses = ["picked-up", "out-for-delivery", "attempt-failed", "delivered"] as const;
type Status = (typeof statuses)[number];

export function parcelContract(bench: () => StoreBench): void {
  let told = 0;
  const place = (changes?: Partial<NewOrder>) => bench().stores.orders.place(newOrder(changes), { emit: [] });
  function take(status: Status, changes: Partial<ParcelNews> = {}) {
    told += 1;
    const at = new Date(Date.UTC(2026, 10, 27, 10, 0, told)).toISOString();
    const news = { noticeId: `msg_${told}`, orderId: "ord_1", status, at, ...changes };
    return bench().stores.parcels.take(news, {
      emit: ({ orderId, status: now }) =>
        now === "shipped" || now === "delivered"
          ? [orderUpdated.create({ orderId, status: now, trackingNumber: news.trackingNumber })]
          : [],
    });
  }
  const outcomes = async (...order: Status[]) => {
    const all: string[] = [];
    for (const status of order) all.push((await take(status)).outcome);
    return all;
  };
  const statusOf = async (orderId = "ord_1") => (await bench().stores.orders.get(orderId))?.status;
  const emitted = async () => (await bench().emitted()).map(({ id }) => id);

  it("moves an order that was picked up and delivered, and notes what is between", async () => {
    await place();
    await take("picked-up", { trackingNumber: "DLV-7" });
    expect(await outcomes("out-for-delivery", "attempt-failed", "out-for-delivery", "delivered")).toEqual([
      "noted",
      "noted",
      "noted",
      "moved",
    ]);
    expect(await statusOf()).toBe("delivered");
    expect(await emitted()).toEqual(["order.updated:ord_1:shipped", "order.updated:ord_1:delivered"]);
    const { stores } = bench();
    expect((await stores.orders.progress("ord_1"))?.history).toMatchObject([
      { status: "placed" },
      { status: "shipped", trackingNumber: "DLV-7" },
      { status: "delivered" },
    ]);
    expect((await stores.parcels.history("ord_1")).map(({ status }) => status)).toEqual([
      "picked-up",
      "out-for-delivery",
      "attempt-failed",
      "out-for-delivery",
      "delivered",
    ]);
  });

  it("takes each notice once, also at the same time", async () => {
    await place();
    const again = { noticeId: "msg_same", at: "2026-11-27T10:00:00.000Z" };
    const taken = await Promise.all([1, 2, 3].map(() => take("picked-up", again)));
    expect(taken.map(({ outcome }) => outcome)).toEqual(["moved", "moved", "moved"]);
    expect(taken.filter(({ isNew }) => isNew)).toHaveLength(1);
    expect(await emitted()).toEqual(["order.updated:ord_1:shipped"]);
    expect(await bench().stores.parcels.history("ord_1")).toHaveLength(1);
  });

  it("ends the same in whatever order two notices come", async () => {
    for (const first of statuses)
      for (const second of statuses) {
        const orderId = `ord_${first.replace(/\W/g, "")}${second.replace(/\W/g, "")}`;
        await place({ orderId, items: [{ productId: "prod_rice", quantity: 1 }] }).catch(() => undefined);
        if ((await statusOf(orderId)) === undefined) continue;
        await take(first, { orderId });
        await take(second, { orderId });
        const isDelivered = first === "delivered" || second === "delivered";
        expect(await statusOf(orderId), `${first}, ${second}`).toBe(isDelivered ? "delivered" : "shipped");
      }
  });

  it("what comes after the delivery, or was said by the shop already, is late and changes nothing", async () => {
    await place();
    await bench().stores.orders.advance("ord_1", "shipped", { emit: [] });
    expect(
      await outcomes("picked-up", "delivered", "out-for-delivery", "attempt-failed", "delivered"),
    ).toEqual(["late", "moved", "late", "late", "late"]);
    expect(await emitted()).toEqual(["order.updated:ord_1:delivered"]);
  });

  describe.each(statuses)("%s", (status) => {
    it("of an order that is cancelled, or not paid, is impossible, recorded and not shown", async () => {
      const { orders, parcels } = bench().stores;
      await place();
      await orders.cancel("ord_1", { emit: [] });
      await place({ orderId: "ord_2", payment: "prepaid", paymentId: "pay_1" });
      for (const orderId of ["ord_1", "ord_2"]) {
        const noticeId = `msg_${orderId}_${status}`;
        expect(await take(status, { orderId, noticeId })).toEqual({ outcome: "impossible", isNew: true });
        expect(await take(status, { orderId, noticeId })).toEqual({ outcome: "impossible", isNew: false });
        expect(await parcels.history(orderId)).toEqual([]);
      }
      expect([await statusOf("ord_1"), await statusOf("ord_2")]).toEqual(["cancelled", "placed"]);
      expect(await emitted()).toEqual([]);
    });

    it("of an order that is not there is recorded", async () => {
      const noticeId = `msg_nowhere_${status}`;
      const unknown = { orderId: "ord_none", noticeId };
      expect(await take(status, unknown)).toEqual({ outcome: "unknown-order", isNew: true });
      expect(await take(status, unknown)).toEqual({ outcome: "unknown-order", isNew: false });
      expect(await emitted()).toEqual([]);
    });
  });
}
