import { failureOf } from "@org/integrations/contracts";
import { expect, it } from "vitest";
import { registerResidents, type TenOceanBench } from "../contract/bench.ts";
import type { KindPreference, Preferences } from "../port.ts";
import { UnknownResidentError } from "../verification/errors.ts";

const on: KindPreference = { email: true, push: true, timing: "immediate" };
const defaults: Preferences = {
  userId: "user_1",
  kinds: { announcement: on, community: on, maintenance: on, forum: on, verification: on },
  digest: "weekly",
  quietHours: undefined,
};
const maria = { adminId: "admin_1", name: "Maria Delgado", email: "maria@example.com" };
const leak = {
  notificationId: "request-created:req_1",
  kind: "maintenance",
  title: "A leak",
  body: "Water in 4B.",
  path: "/ten-ocean/maintenance/req_1",
} as const;
const now = { email: true, push: false, heldForDigest: false };
const later = { email: false, push: false, heldForDigest: true };

export function preferenceContract(bench: TenOceanBench): void {
  const { preferences } = bench.stores;

  it("preferences have defaults and are changed in parts", async () => {
    await registerResidents(bench, 1);
    expect(await preferences.get("user_1")).toEqual(defaults);
    expect(await preferences.update("user_1", {})).toEqual(defaults);
    expect(await preferences.update("user_1", { digest: "off" })).toEqual({ ...defaults, digest: "off" });
    const noPush = { ...on, push: false };
    await preferences.update("user_1", { kinds: { forum: { push: false } } });
    const changed = { ...defaults, kinds: { ...defaults.kinds, forum: noPush }, digest: "off" };
    expect(await preferences.get("user_1")).toEqual(changed);
    await preferences.update("user_1", {
      kinds: { forum: { timing: "digest" }, community: { email: false } },
    });
    expect((await preferences.get("user_1")).kinds).toEqual({
      ...defaults.kinds,
      forum: { ...noPush, timing: "digest" },
      community: { ...on, email: false },
    });
    expect(await failureOf(preferences.get("user_9"))).toBeInstanceOf(UnknownResidentError);
    expect(await failureOf(preferences.update("user_9", {}))).toBeInstanceOf(UnknownResidentError);
  });

  it("quiet hours are set and taken back, on full and half hours only", async () => {
    await registerResidents(bench, 1);
    const quietHours = { from: "22:00", to: "07:30" };
    expect(await preferences.update("user_1", { quietHours })).toEqual({ ...defaults, quietHours });
    expect(await preferences.update("user_1", { digest: "daily" })).toMatchObject({ quietHours });
    for (const [from, to] of [
      ["22:10", "07:00"],
      ["24:00", "07:00"],
      ["07:00", "07:00"],
    ] as const) {
      const refused = await failureOf(preferences.update("user_1", { quietHours: { from, to } }));
      expect(refused.kind).toBe("final");
    }
    expect(await preferences.update("user_1", { quietHours: null })).toMatchObject({ quietHours: undefined });
  });

  it("two changes at once are both kept", async () => {
    await registerResidents(bench, 1);
    await Promise.all([
      preferences.update("user_1", { kinds: { forum: { push: false } } }),
      preferences.update("user_1", { kinds: { forum: { email: false } } }),
    ]);
    expect((await preferences.get("user_1")).kinds.forum).toEqual({ ...on, email: false, push: false });
  });

  it("preferences of many are read at once, of residents only", async () => {
    await registerResidents(bench, 2);
    await preferences.update("user_2", { digest: "off" });
    expect(await preferences.list(["user_2", "user_9", "admin_1", "user_1"])).toEqual([
      defaults,
      { ...defaults, userId: "user_2", digest: "off" },
    ]);
    expect(await preferences.list([])).toEqual([]);
  });
}

export function notificationContract(bench: TenOceanBench): void {
  const { admins, members, notifications, residents, unsubscribeTokens } = bench.stores;

  it("members are residents and admins, with how they are reached", async () => {
    await registerResidents(bench, 2);
    await residents.changeStanding("user_2", "alumni", { emit: [] });
    await admins.add({ ...maria, role: "admin" });
    expect(await members.list(["user_2", "user_9", "admin_1", "user_1", "admin_9"])).toEqual([
      { userId: "admin_1", role: "admin", firstName: maria.name, email: maria.email },
      expect.objectContaining({ userId: "user_1", role: "resident", standing: "pending" }),
      {
        userId: "user_2",
        role: "resident",
        firstName: "Resident",
        email: "resident2@example.com",
        standing: "alumni",
      },
    ]);
    expect(await members.list([])).toEqual([]);
  });

  it("a resident has one token, which nobody else has and which finds them", async () => {
    await registerResidents(bench, 2);
    const both = ["user_1", "user_2", "user_9"];
    const atOnce = await Promise.all([unsubscribeTokens.of(both), unsubscribeTokens.of(both)]);
    const [first, second] = atOnce[0];
    expect(atOnce[1]).toEqual(atOnce[0]);
    expect(await unsubscribeTokens.of(["user_1"])).toEqual([first]);
    expect(first?.token).toMatch(/^[0-9A-Z]{26}$/);
    expect(second?.token).not.toBe(first?.token);
    expect(await unsubscribeTokens.find(second?.token ?? "")).toBe("user_2");
    expect(await unsubscribeTokens.find(second?.token.toLowerCase() ?? "")).toBe("user_2");
    expect(await unsubscribeTokens.find("")).toBeUndefined();
    expect(await unsubscribeTokens.of([])).toEqual([]);
  });

  it("a notification is in each member's list once, as it came first", async () => {
    await registerResidents(bench, 2);
    await admins.add({ ...maria, role: "admin" });
    const entries = [
      { userId: "user_1", ...now },
      { userId: "user_2", ...later },
      { userId: "admin_1", ...now },
      { userId: "user_9", ...now },
    ];
    const kept = [
      { userId: "admin_1", ...now },
      { userId: "user_1", ...now },
      { userId: "user_2", ...later },
    ];
    expect(await notifications.add(leak, entries)).toEqual(kept);
    const again = entries.map((entry) => ({ ...entry, ...later }));
    expect(await notifications.add({ ...leak, title: "Again" }, again)).toEqual(kept);
    expect(await notifications.add(leak, [])).toEqual([]);
    expect(await notifications.list({ userId: "user_1" })).toEqual([
      { ...leak, userId: "user_1", ...now, createdAt: expect.any(String), readAt: undefined },
    ]);
    expect(await notifications.list({ userId: "user_2", heldForDigest: true })).toHaveLength(1);
    expect(await notifications.list({ userId: "user_1", heldForDigest: true })).toEqual([]);
    expect(await notifications.list({ userId: "user_9" })).toEqual([]);
  });

  it("a member reads their own list, latest first, within a span, and marks it read", async () => {
    await registerResidents(bench, 2);
    const entries = [
      { userId: "user_1", ...now },
      { userId: "user_2", ...now },
    ];
    const ids = ["request-created:req_1", "request-created:req_2", "request-created:req_3"];
    for (const notificationId of ids) await notifications.add({ ...leak, notificationId }, entries);
    const userId = "user_1";
    const idsOf = async (options: object) =>
      (await notifications.list({ userId, ...options })).map(({ notificationId }) => notificationId);
    expect(await idsOf({})).toEqual(ids.toReversed());
    expect(await idsOf({ limit: 1 })).toEqual([ids[2]]);
    const [latest] = await notifications.list({ userId });
    const until = latest?.createdAt ?? "";
    expect(await idsOf({ until })).not.toContain(ids[2]);
    expect(await idsOf({ since: "2100-01-01T00:00:00Z" })).toEqual([]);

    expect(await notifications.unread(userId)).toBe(3);
    expect(await notifications.markRead(userId, [ids[0] ?? "", "request-created:req_9"])).toBe(1);
    expect(await notifications.markRead(userId, [ids[0] ?? ""])).toBe(0);
    expect(await notifications.markRead(userId, [])).toBe(0);
    expect(await idsOf({ unreadOnly: true })).toEqual([ids[2], ids[1]]);
    expect(await notifications.markRead(userId)).toBe(2);
    expect(await notifications.unread(userId)).toBe(0);
    expect(await notifications.unread("user_2")).toBe(3);
  });
}
