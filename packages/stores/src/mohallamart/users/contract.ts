import { expectNothingPersonal, failureOf } from "@org/integrations/contracts";
import { expect, it } from "vitest";
import { customer, emittedNames, marked, newOrder, rice, type StoreBench } from "../contract/bench.ts";
import { AccountClosedError, EmailTakenError, UnknownUserError } from "./errors.ts";

export function userContract(bench: () => StoreBench): void {
  const { userId } = customer;
  const channels = { email: true, sms: false, push: true };
  const add = () => bench().stores.users.add(customer);

  it("a profile change is emitted; one that changes nothing is not", async () => {
    const { users } = bench().stores;
    await add();
    const changed = await users.update(
      userId,
      { name: "Asha R", email: "New@Example.com" },
      marked("user.updated"),
    );
    expect(changed).toMatchObject({ name: "Asha R", email: "new@example.com", phone: customer.phone });
    expect(await users.update(userId, { name: "Asha R" }, marked("user.updated"))).toEqual(changed);
    expect(await users.get(userId)).toEqual(changed);
    expect(await users.findByEmail("NEW@example.com")).toEqual(changed);
    expect(await users.findByEmail(customer.email)).toBeUndefined();
    expect(await emittedNames(bench())).toEqual(["user.updated"]);
    expect(await users.update(userId, { phone: null }, { emit: [] })).toMatchObject({ phone: undefined });
  });

  it("another account's email is refused, an unknown user too", async () => {
    const { users } = bench().stores;
    await add();
    await users.add({ userId: "user_2", name: "B", email: "b@example.com" });
    const taken = users.update("user_2", { email: customer.email }, marked("user.updated"));
    expect(await failureOf(taken)).toBeInstanceOf(EmailTakenError);
    expect(await failureOf(users.update("user_9", { name: "C" }, marked("x")))).toBeInstanceOf(
      UnknownUserError,
    );
    expect(await emittedNames(bench())).toEqual([]);
  });

  it("preferences are initialised once and changed in parts", async () => {
    const { preferences } = bench().stores;
    await add();
    const first = { userId, language: "en-IN", area: "Indiranagar", channels };
    expect(await preferences.initialize(first)).toEqual(first);
    expect(await preferences.initialize({ ...first, language: "kn-IN" })).toEqual(first);
    expect(await preferences.update(userId, {})).toEqual(first);
    expect(await preferences.update(userId, { area: null })).toEqual({ ...first, area: undefined });
    expect(await preferences.update(userId, { area: "Indiranagar" })).toEqual(first);
    const allOff = { email: false, sms: false, push: false };
    expect(await preferences.update(userId, { channels: allOff })).toEqual({ ...first, channels: allOff });
    expect(await preferences.get(userId)).toEqual({ ...first, channels: allOff });
    expect(await preferences.get("user_9")).toBeUndefined();
    expect(await failureOf(preferences.initialize({ ...first, userId: "user_9" }))).toBeInstanceOf(
      UnknownUserError,
    );
    expect(await failureOf(preferences.update("user_9", {}))).toBeInstanceOf(UnknownUserError);
  });

  it("quiet hours are kept until they are taken away", async () => {
    const { preferences } = bench().stores;
    await add();
    const quietHours = { from: "22:00", to: "07:30" };
    const first = { userId, language: "en-IN", channels };
    await preferences.initialize(first);
    expect((await preferences.update(userId, { quietHours })).quietHours).toEqual(quietHours);
    expect((await preferences.update(userId, { area: "Indiranagar" })).quietHours).toEqual(quietHours);
    expect((await preferences.update(userId, { quietHours: null })).quietHours).toBeUndefined();
  });

  it("each change of what a user allows is recorded with its time and its source", async () => {
    const { preferences, consents } = bench().stores;
    await add();
    await preferences.initialize({ userId, language: "en-IN", channels: { ...channels, sms: false } });
    await preferences.initialize({ userId, language: "kn-IN", channels });
    await preferences.update(
      userId,
      { channels: { ...channels, sms: false, email: false } },
      undefined,
      "link",
    );
    await preferences.update(userId, {
      channels: { ...channels, sms: false, email: false },
      language: "kn-IN",
    });
    const at = expect.stringMatching(/^\d{4}-\d{2}-\d{2}T.*Z$/);
    expect(await consents.list(userId)).toEqual([
      { channel: "email", granted: true, source: "account-opened", at },
      { channel: "sms", granted: false, source: "account-opened", at },
      { channel: "push", granted: true, source: "account-opened", at },
      { channel: "email", granted: false, source: "link", at },
    ]);
    expect(await consents.list("user_9")).toEqual([]);
  });

  it("a user has one token for the links in their messages, which finds them until the account is closed", async () => {
    const { users, unsubscribeTokens } = bench().stores;
    await add();
    const [first] = await unsubscribeTokens.of([userId, "user_9"]);
    expect(first).toEqual({ userId, token: expect.stringMatching(/^[0-9A-Z]{26}$/) });
    expect(await unsubscribeTokens.of([userId])).toEqual([first]);
    expect(await unsubscribeTokens.find(first?.token.toLowerCase() ?? "")).toBe(userId);
    await users.close(userId, { emit: [] });
    expect(await unsubscribeTokens.find(first?.token ?? "")).toBeUndefined();
  });

  it("a change of the profile or of the preferences is a new revision", async () => {
    const { users, preferences } = bench().stores;
    await add();
    const revision = async () => (await users.get(userId))?.revision;
    const changed = marked("user.updated");
    expect(await revision()).toBe(1);
    const first = { userId, language: "en-IN", channels };
    await preferences.initialize(first, changed);
    await preferences.initialize({ ...first, language: "kn-IN" }, changed);
    expect(await revision()).toBe(2);
    await preferences.update(userId, { language: "kn-IN" }, changed);
    await preferences.update(userId, { language: "kn-IN", channels }, changed);
    expect(await revision()).toBe(3);
    await users.update(userId, { name: "Asha R" }, changed);
    await users.update(userId, { name: "Asha R" }, changed);
    expect(await revision()).toBe(4);
    expect(await emittedNames(bench())).toEqual(["user.updated", "user.updated", "user.updated"]);
  });

  it("a closed account is gone at once; its email is free, its id is not", async () => {
    const { users, preferences, orders } = bench().stores;
    await add();
    await preferences.initialize({ userId, language: "en-IN", channels });
    expect(await users.close(userId, marked("user.deleted"))).toBe(true);
    expect(await users.close(userId, marked("user.deleted"))).toBe(false);
    expect(await users.get(userId)).toBeUndefined();
    expect(await preferences.get(userId)).toBeUndefined();
    expect(await users.add(customer, marked("user.created"))).toBe(false);
    expect(await users.get(userId)).toBeUndefined();
    expect(await failureOf(orders.place(newOrder(), marked("order.created")))).toBeInstanceOf(
      AccountClosedError,
    );
    expect(await users.add({ ...customer, userId: "user_2" })).toBe(true);
    expect(await emittedNames(bench())).toEqual(["user.deleted"]);
  });

  it("a closed account takes its application along, unless it was approved", async () => {
    const { users, shopkeepers, shops } = bench().stores;
    await add();
    const applyFor = (name: string) =>
      shopkeepers.apply(
        {
          applicantId: userId,
          shopkeeper: { shopkeeperId: `sk_${name}`, shopId: `shop_${name}`, name, email: customer.email },
          shop: { shopId: `shop_${name}`, name, area: "Indiranagar", description: "Idli." },
        },
        { emit: [] },
      );
    for (const name of ["waiting", "lapsed", "rejected", "approved"]) await applyFor(name);
    await shopkeepers.lapse("sk_lapsed");
    await shopkeepers.reject("sk_rejected", { rejectedBy: "admin_1", reason: "No." }, { emit: [] });
    await shopkeepers.approve("sk_approved", "admin_1", { emit: [] });
    await users.close(userId, marked("user.deleted"));
    for (const name of ["waiting", "lapsed", "rejected"]) {
      expect(await shopkeepers.application(`sk_${name}`)).toBeUndefined();
      expect(await shops.get(`shop_${name}`)).toBeUndefined();
    }
    expect(await shopkeepers.get("sk_approved")).toBeDefined();
    expect(await shops.get("shop_approved")).toBeDefined();
    // Sent at the moment of closing.
    await applyFor("late");
    await users.remove(userId);
    expect(await shopkeepers.application("sk_late")).toBeUndefined();
    expect(await shops.get("shop_late")).toBeUndefined();
  });

  it("an order that is placed while its customer's account closes opens no account again", async () => {
    const { users, orders } = bench().stores;
    await add();
    const [placed] = await Promise.allSettled([
      orders.place(newOrder(), marked("order.created")),
      users.close(userId, marked("user.deleted")),
    ]);
    if (placed.status === "rejected") expect(placed.reason).toBeInstanceOf(AccountClosedError);
    expect(await users.get(userId)).toBeUndefined();
  });

  it("the first order of a customer is the oldest", async () => {
    const { orders } = bench().stores;
    expect(await orders.first(userId)).toBeUndefined();
    const first = await orders.place(newOrder({ orderId: "ord_2" }), { emit: [] });
    await orders.place(newOrder({ orderId: "ord_1" }), { emit: [] });
    const { newCustomer: _, ...order } = first;
    expect(await orders.first(userId)).toEqual(order);
  });

  it("removing a user leaves nothing personal, and the orders", async () => {
    const { users, preferences, notifications, watchers, orders, analytics } = bench().stores;
    await add();
    await preferences.initialize({ userId, language: "en-IN", channels });
    await notifications.add({ notificationId: "evt_1", userId, type: "t", title: customer.name, body: "b" });
    await watchers.watch({ userId, productId: rice.productId });
    await orders.place(newOrder(), { emit: [] });
    const at = "2026-11-01T10:00:00.000Z";
    const visit = { event: "page.viewed", userId, sessionId: "s_1", properties: {}, at };
    await analytics.record([{ ...visit, eventId: "a_1" }]);
    await users.remove(userId);
    expect(await users.get(userId)).toBeUndefined();
    expect(await preferences.get(userId)).toBeUndefined();
    expect(await notifications.list({ userId })).toEqual([]);
    expect(await watchers.list({ productId: rice.productId })).toEqual([]);
    const order = await orders.get("ord_1");
    expect(order).toMatchObject({ total: 39.98, customer: { name: "", email: "", phone: undefined } });
    expectNothingPersonal(order);
    // What was on its way is erased by the next time.
    await analytics.record([{ ...visit, eventId: "a_2" }]);
    await users.remove(userId);
    expect(await analytics.features({ limit: 10 })).toEqual([]);
    expect(await bench().trackedUsers()).toEqual([]);
    await users.remove("user_9");
  });
}
