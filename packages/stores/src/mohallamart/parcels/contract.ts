import { orderUpdated } from "@org/events/mohallamart/order-updated";
import { describe, expect, it } from "vitest";
import { newOrder, type StoreBench } from "../contract/bench.ts";
import { mostAttempts } from "../orders/order-states.ts";
import type { NewOrder } from "../port.ts";
import type { ParcelChange, ParcelNews } from "./port.ts";

const statuses = ["picked-up", "out-for-delivery", "attempt-failed", "delivered"] as const;
type Status = (typeof statuses)[number];

export function parcelContract(bench: () => StoreBench): void {
  let told = 0;
  let changes: ParcelChange[] = [];
  const place = (changes?: Partial<NewOrder>) => bench().stores.orders.place(newOrder(changes), { emit: [] });
  function take(status: Status, more: Partial<ParcelNews> = {}) {
    told += 1;
    const at = new Date(Date.UTC(2026, 10, 27, 10, 0, told)).toISOString();
    const news = { noticeId: `msg_${told}`, orderId: "ord_1", status, at, ...more };
    return bench().stores.parcels.take(news, {
      emit: (change) => {
        const { orderId, trackingNumber } = news;
        const { status: now, isMoved } = change;
        changes.push(change);
        const isTold = isMoved && (now === "shipped" || now === "delivered");
        return isTold ? [orderUpdated.create({ orderId, status: now, trackingNumber })] : [];
      },
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

  it("counts the attempts that failed, each once, and the last of them cancels the order", async () => {
    await place();
    changes = [];
    const again = { noticeId: "msg_first_attempt" };
    expect((await take("attempt-failed", again)).outcome).toBe("moved");
    expect(await take("attempt-failed", again)).toEqual({ outcome: "moved", isNew: false });
    await take("out-for-delivery");
    const left = Array.from({ length: mostAttempts - 1 }, () => "attempt-failed" as const);
    expect(await outcomes(...left)).toEqual(["noted", "moved"]);
    expect(changes).toEqual([
      { status: "shipped", isMoved: true, failedAttempt: 1 },
      { status: "shipped", isMoved: false },
      { status: "shipped", isMoved: false, failedAttempt: 2 },
      { status: "cancelled", isMoved: true, failedAttempt: mostAttempts },
    ]);
    expect(await statusOf()).toBe("cancelled");
    expect(await outcomes("attempt-failed", "delivered")).toEqual(["impossible", "impossible"]);
    expect(changes.at(-1)).toEqual({ status: "cancelled", isMoved: false });
    expect(await bench().stores.parcels.deliveredCancelled(10)).toMatchObject([
      { orderId: "ord_1", status: "delivered" },
    ]);
    expect(await statusOf()).toBe("cancelled");
    const { stores } = bench();
    expect((await stores.parcels.history("ord_1")).at(-1)).toMatchObject({ status: "attempt-failed" });
    expect((await stores.orders.progress("ord_1"))?.history.at(-1)).toMatchObject({ status: "cancelled" });
  });

  it("counts no attempt of an order that was delivered meanwhile", async () => {
    await place();
    await take("delivered");
    changes = [];
    const all = Array.from({ length: mostAttempts }, () => "attempt-failed" as const);
    expect(await outcomes(...all)).toEqual(all.map(() => "late"));
    expect([await statusOf(), changes]).toEqual(["delivered", []]);
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
      const listed = await parcels.deliveredCancelled(10);
      expect(listed.map(({ orderId }) => orderId)).toEqual(status === "delivered" ? ["ord_1"] : []);
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
