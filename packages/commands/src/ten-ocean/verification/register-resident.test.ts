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

const register = (entries: Registration) => registerResident(stores.tenOcean)(entries);

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

it("asks for the proof of an address once, however often the form is sent, and registers nobody", async () => {
  const first = registration();
  const { userId } = first;
  for (let n = 0; n < 3; n += 1) expect(await register(first)).toEqual({ ok: true, userId });
  const { registrations, residents } = stores.tenOcean;
  expect(await registrations.get(userId)).toMatchObject({
    email: "maya@example.com",
    token: expect.stringMatching(/^[\w-]{43}$/),
  });
  expect(await residents.findByEmail(first.email)).toBeUndefined();
  expect(await stores.emitted()).toEqual([`user/registration.requested:${userId}`]);
});

it("does the same with an address that is known as with one that is not", async () => {
  const { residents, registrations } = stores.tenOcean;
  const lee = { userId: "user_lee", email: "lee@example.com", firstName: "Lee", lastName: "" };
  await residents.register(lee, { emit: [] });
  const before = (await stores.emitted()).length;
  const forms = ["lee@example.com", "LEE@example.com", "new@example.com"].map((email) =>
    registration({ email, firstName: "Stranger" }),
  );
  for (const form of forms) expect(await register(form)).toEqual({ ok: true, userId: form.userId });
  const kept = await Promise.all(forms.map(({ userId }) => registrations.get(userId)));
  expect(kept.map((one) => one?.email)).toEqual(["lee@example.com", "lee@example.com", "new@example.com"]);
  expect((await stores.emittedEvents()).slice(before)).toEqual(
    forms.map(({ userId }) => ({
      name: "user/registration.requested",
      data: expect.objectContaining({ userId }),
    })),
  );
  expect(await residents.findByEmail("lee@example.com")).toMatchObject(lee);
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
  expect(await stores.tenOcean.registrations.get(form.userId)).toBeUndefined();
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
