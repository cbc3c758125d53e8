import { failureOf } from "@org/integrations/contracts";
import { expect, it } from "vitest";
import { customer, type StoreBench } from "../contract/bench.ts";
import { UnknownUserError } from "../users/errors.ts";

export function notificationContract(bench: () => StoreBench): void {
  const { userId } = customer;
  const add = () => bench().stores.users.add(customer);

  it("a notification is kept once and read once, by its own user", async () => {
    const { notifications } = bench().stores;
    await add();
    const notification = {
      notificationId: "evt_1",
      userId,
      type: "order.delivered",
      title: "Delivered",
      body: "Your order is at the door.",
      data: { orderId: "ord_1", items: 2, late: false },
    };
    expect(await notifications.add(notification)).toBe(true);
    expect(await notifications.add({ ...notification, title: "Again" })).toBe(false);
    await notifications.add({ ...notification, notificationId: "evt_2", data: undefined });
    expect((await notifications.list({ userId })).map(({ notificationId }) => notificationId)).toEqual([
      "evt_2",
      "evt_1",
    ]);
    expect((await notifications.list({ userId }))[1]).toMatchObject({ ...notification, readAt: undefined });
    expect(await notifications.get("evt_1")).toMatchObject({ notificationId: "evt_1", userId });
    expect(await notifications.get("evt_none")).toBeUndefined();
    expect(await notifications.markRead("user_2", "evt_1")).toBe(false);
    expect([
      await notifications.markRead(userId, "evt_1"),
      await notifications.markRead(userId, "evt_1"),
    ]).toEqual([true, false]);
    expect(await notifications.list({ userId, unreadOnly: true, limit: 5 })).toMatchObject([
      { notificationId: "evt_2" },
    ]);
    const nobody = { ...notification, notificationId: "evt_3", userId: "user_9" };
    expect(await failureOf(notifications.add(nobody))).toBeInstanceOf(UnknownUserError);
  });
}
