import { beforeEach, expect, it } from "vitest";
import { testStores } from "../../testing/test-stores.ts";
import { unsubscribe } from "./unsubscribe.ts";

const { residents, preferences, unsubscribeTokens } = (await testStores()).tenOcean;
const stop = (entries: { subscription: string; undo?: string; token?: string }) =>
  unsubscribe({ preferences, unsubscribeTokens })({ token, undo: "", ...entries });

const userId = "user_maya";
let token = "";

beforeEach(async () => {
  const maya = { userId, email: "maya@example.com", firstName: "Maya", lastName: "" };
  await residents.register(maya, { emit: [] });
  const on = { email: true, push: true, timing: "immediate" } as const;
  await preferences.update(userId, { kinds: { forum: on, community: on }, digest: "daily" });
  token = (await unsubscribeTokens.of([userId]))[0]?.token ?? "";
});

it("stops the emails of a kind and nothing else, once, and brings them back", async () => {
  const before = await preferences.get(userId);
  expect(await stop({ subscription: "forum" })).toEqual({ ok: true, subscription: "forum", before: "on" });
  expect(await preferences.get(userId)).toEqual({
    ...before,
    kinds: { ...before.kinds, forum: { ...before.kinds.forum, email: false } },
  });
  expect(await stop({ subscription: "forum" })).toEqual({ ok: true, subscription: "forum", before: "" });
  expect(await stop({ subscription: "forum", undo: "on" })).toMatchObject({ ok: true });
  expect(await preferences.get(userId)).toEqual(before);
});

it("stops the digest, and brings it back as often as it came", async () => {
  expect(await stop({ subscription: "digest" })).toMatchObject({ ok: true, before: "daily" });
  expect((await preferences.get(userId)).digest).toBe("off");
  await stop({ subscription: "digest", undo: "daily" });
  expect((await preferences.get(userId)).digest).toBe("daily");
});

it.each([
  [{ subscription: "forum", token: "0".repeat(26) }, "unknown"],
  [{ subscription: "forum", token: "short" }, "damaged"],
  [{ subscription: "everything" }, "damaged"],
  [{ subscription: "forum", undo: "later" }, "damaged"],
])("refuses %j and changes nothing", async (entries, code) => {
  const before = await preferences.get(userId);
  const refused = { ok: false, code, message: expect.stringContaining("Sign in to change") };
  expect(await stop(entries)).toMatchObject(refused);
  expect(await preferences.get(userId)).toEqual(before);
});
