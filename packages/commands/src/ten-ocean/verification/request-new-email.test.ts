import { beforeAll, expect, it } from "vitest";
import type { PersonWith } from "../../sessions/person.ts";
import { testStores } from "../../testing/test-stores.ts";
import { newEmailChangeId, requestNewEmail } from "./request-new-email.ts";

let stores: Awaited<ReturnType<typeof testStores>>;
const resident: PersonWith<"resident"> = {
  role: "resident",
  id: "user_1",
  name: "Maya",
  email: "maya@example.com",
};
const request = (email: string, changeId = newEmailChangeId()) =>
  requestNewEmail(stores.tenOcean)({ resident, email, changeId });

beforeAll(async () => {
  stores = await testStores();
  const { residents } = stores.tenOcean;
  for (const [userId, email] of [
    ["user_1", "maya@example.com"],
    ["user_2", "lee@example.com"],
  ] as const) {
    await residents.register({ userId, email, firstName: "R", lastName: "" }, { emit: [] });
    await residents.changeStanding(userId, "resident", { emit: [] });
  }
});

it("asks once for a form that is sent twice; the address stays as it is, and no secret is in the event", async () => {
  const changeId = newEmailChangeId();
  expect(await request(" New@example.com ", changeId)).toEqual({ ok: true, asked: true });
  expect(await request("new@example.com", changeId)).toEqual({ ok: true, asked: false });
  expect(await request("maya@example.com")).toEqual({ ok: true, asked: false });
  const [event, ...more] = await stores.emittedEvents();
  expect([event, more]).toMatchObject([{ data: { changed: ["email"], awaiting: ["email"] } }, []]);
  const change = await stores.tenOcean.emailChanges.get("user_1");
  expect(change).toMatchObject({ changeId, newEmail: "new@example.com", oldEmail: "maya@example.com" });
  expect(change?.oldToken).toMatch(/^[\w-]{43}$/);
  expect(change?.newToken).not.toBe(change?.oldToken);
  expect(JSON.stringify(event)).not.toContain(change?.oldToken);
});

it("answers for an address of another member as for any", async () => {
  const answers = [await request("free@example.com"), await request("lee@example.com")];
  expect(answers[1]).toEqual(answers[0]);
});

it("refuses an address that is none, and somebody who is no resident any more", async () => {
  const before = await stores.emitted();
  expect(await request("maya at home")).toMatchObject({ code: "invalid" });
  expect(await request("x@example.com", "change 1")).toMatchObject({ code: "damaged" });
  await stores.tenOcean.residents.changeStanding("user_1", "alumni", { emit: [] });
  expect(await request("other@example.com")).toMatchObject({ code: "no-resident" });
  expect(await stores.emitted()).toEqual(before);
});
