import { beforeAll, expect, it } from "vitest";
import type { EntriesOf } from "../../request.ts";
import { testStores } from "../../testing/test-stores.ts";
import { newResidentId, registerResident, type registrationRequest } from "./register-resident.ts";

type Registration = EntriesOf<typeof registrationRequest>;

let stores: Awaited<ReturnType<typeof testStores>>;

beforeAll(async () => {
  stores = await testStores();
  await stores.tenOcean.units.add({ unitId: "unit_4B", label: "4B", floor: 4 });
});

const register = (entries: Registration) =>
  registerResident({ ...stores.tenOcean, outbox: stores.outbox })(entries);

function registration(changes: Partial<Registration> = {}): Registration {
  return {
    userId: newResidentId(),
    firstName: "Maya",
    lastName: "",
    email: "maya@example.com",
    unitId: "unit_4B",
    ...changes,
  };
}

it("registers once, however often the form is sent, and never two residents with one address", async () => {
  const first = registration();
  expect(await register(first)).toEqual({ ok: true, userId: first.userId, known: false });
  expect(await register(first)).toEqual({ ok: true, userId: first.userId, known: false });
  const again = registration();
  expect(await register(again)).toEqual({ ok: true, userId: first.userId, known: true });
  expect(await stores.tenOcean.residents.get(again.userId)).toBeUndefined();
  expect(await stores.emitted()).toEqual([
    `user/registered:${first.userId}`,
    expect.stringMatching(`^notification/route:registration-again:${first.userId}:waiting:`),
  ]);
});

it("writes to a known address once a day what to do next there, and tells whoever typed it nothing", async () => {
  const first = registration({ email: "lee@example.com" });
  await register(first);
  const { verifications, residents } = stores.tenOcean;
  await verifications.open(first.userId);
  const before = (await stores.emitted()).length;
  const sentAfter = async (change: () => Promise<unknown>) => {
    await change();
    for (const email of ["lee@example.com", "LEE@example.com"]) {
      expect(await register(registration({ email, firstName: "Stranger" }))).toMatchObject({ ok: true });
    }
    const events = (await stores.emittedEvents()).slice(before);
    return events.map(({ data }) => Object(data).data.situation);
  };
  const decide = (status: "verified" | "rejected") =>
    verifications.decide(first.userId, { status, decidedBy: "admin_1" }, { emit: [] });
  expect(await sentAfter(async () => {})).toEqual(["waiting"]);
  expect(await sentAfter(() => decide("rejected"))).toEqual(["waiting", "rejected"]);
  await verifications.reopen(first.userId, { firstName: "Lee", lastName: "" }, { emit: [] });
  const lapse = () => verifications.lapse(first.userId, 2);
  expect((await sentAfter(lapse)).at(-1)).toBe("lapsed");
  await verifications.reopen(first.userId, { firstName: "Lee", lastName: "" }, { emit: [] });
  expect((await sentAfter(() => decide("verified"))).at(-1)).toBe("resident");
  const leave = () => residents.changeStanding(first.userId, "alumni", { emit: [] });
  expect((await sentAfter(leave)).at(-1)).toBe("former");
  expect(await residents.get(first.userId)).toMatchObject({ firstName: "Lee" });
});

it.each([
  ["<script>alert(1)</script>", "Use only letters"],
  ["Maya \uD83D", "Use only letters"],
  ["M".repeat(101), "Shorten the name"],
])("a name such as %j is refused, and nothing is written", async (firstName, message) => {
  const before = await stores.emitted();
  const form = registration({ firstName, email: "script@example.com" });
  expect(await register(form)).toMatchObject({
    code: "invalid",
    fields: { firstName: expect.stringContaining(message) },
  });
  expect(await stores.tenOcean.residents.findByEmail(form.email)).toBeUndefined();
  expect(await stores.emitted()).toEqual(before);
});

it("refuses a unit that is not in the house", async () => {
  const form = registration({ email: "other@example.com", unitId: "unit_99Z" });
  const unknown = expect.stringContaining("unit_99Z");
  const before = await stores.emitted();
  expect(await register(form)).toEqual({
    ok: false,
    code: "unknown-unit",
    message: unknown,
    fields: { unitId: unknown },
  });
  expect(await stores.emitted()).toEqual(before);
});

it("a unit that is none, and a form that was tampered with, are refused before anything is asked", async () => {
  expect(await register(registration({ unitId: "4B" }))).toMatchObject({
    code: "invalid",
    fields: { unitId: "Choose your unit from the list." },
  });
  expect(await register(registration({ userId: "admin_1" }))).toMatchObject({
    code: "damaged",
    message: expect.stringContaining("Open the portal again"),
  });
});
