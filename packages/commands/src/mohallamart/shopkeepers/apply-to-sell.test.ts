import { beforeAll, expect, it } from "vitest";
import type { EntriesOf } from "../../request.ts";
import { testStores } from "../../testing/test-stores.ts";
import type { applicationRequest } from "./application-request.ts";
import { applyToSell, newShopkeeperId } from "./apply-to-sell.ts";
import { listApplications } from "./list-applications.ts";

let stores: Awaited<ReturnType<typeof testStores>>;

beforeAll(async () => {
  stores = await testStores();
});

type Application = EntriesOf<typeof applicationRequest>;

function application(changes: Partial<Application> = {}): Application {
  return {
    shopkeeperId: newShopkeeperId(),
    shopName: "Meena's Tiffin Room",
    area: "Indiranagar, Bengaluru",
    description: "Idli, dosa and filter coffee.",
    name: "Meena Iyer",
    email: "meena@example.com",
    phone: "+919845000003",
    ...changes,
  };
}

async function emittedBy(act: () => Promise<unknown>): Promise<string[]> {
  const before = await stores.emitted();
  await act();
  return (await stores.emitted()).slice(before.length).map((id) => id.split(":")[0] ?? "");
}

it("asks for the proof of an address, however often the form is sent, and nobody has applied", async () => {
  const { mohallaMart } = stores;
  const form = application();
  const events = await emittedBy(() =>
    Promise.all([applyToSell(mohallaMart)(form), applyToSell(mohallaMart)(form)]),
  );
  expect(events).toEqual(["shopkeeper.applicationReceived"]);
  expect(await mohallaMart.users.findByEmail(form.email)).toBeUndefined();
  expect(await listApplications(mohallaMart, "applied")).toEqual([]);
  expect(await mohallaMart.receivedApplications.get(form.shopkeeperId)).toMatchObject({
    shopName: form.shopName,
    email: form.email,
    token: expect.stringMatching(/^[\w-]{43}$/),
  });
});

it("does the same with an address that is known", async () => {
  const { mohallaMart } = stores;
  await mohallaMart.users.add({ userId: "user_known", name: "Hari", email: "hari@example.com" });
  const form = application({ email: "Hari@example.com" });
  const events = await emittedBy(() => applyToSell(mohallaMart)(form));
  expect(events).toEqual(["shopkeeper.applicationReceived"]);
  expect(await mohallaMart.users.findByEmail("hari@example.com")).toMatchObject({ name: "Hari" });
});

it("refuses what cannot be an application, and writes nothing", async () => {
  const form = application({ email: "meena at home" });
  const events = await emittedBy(async () =>
    expect(await applyToSell(stores.mohallaMart)(form)).toMatchObject({ ok: false, code: "invalid" }),
  );
  expect([events, await stores.mohallaMart.receivedApplications.get(form.shopkeeperId)]).toEqual([
    [],
    undefined,
  ]);
});
