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

it("opens an account and takes in one application, however often the form is sent", async () => {
  const { mohallaMart } = stores;
  const form = application();
  const events = await emittedBy(() =>
    Promise.all([applyToSell(mohallaMart)(form), applyToSell(mohallaMart)(form)]),
  );
  expect(events.toSorted()).toEqual(["shopkeeper.applied", "user.created"]);
  expect(await mohallaMart.users.findByEmail(form.email)).toMatchObject({ name: "Meena Iyer" });
  const listed = await listApplications(mohallaMart, "applied");
  expect(listed).toMatchObject([
    { shopkeeper: { shopkeeperId: form.shopkeeperId }, shop: { name: form.shopName, listed: false } },
  ]);
});

it("uses the account that the email has", async () => {
  const { mohallaMart } = stores;
  await mohallaMart.users.add({ userId: "user_known", name: "Hari", email: "hari@example.com" });
  const events = await emittedBy(() => applyToSell(mohallaMart)(application({ email: "hari@example.com" })));
  expect(events).toEqual(["shopkeeper.applied"]);
});
