import { beforeAll, expect, test } from "vitest";
import { testStores } from "../testing/test-stores.ts";
import { applyToSell, newShopkeeperId } from "./apply-to-sell.ts";
import { approveApplication } from "./approve.ts";
import { listApplications } from "./list-applications.ts";
import type { Application } from "./parse-application.ts";

let stores: Awaited<ReturnType<typeof testStores>>;

beforeAll(async () => {
  stores = await testStores();
});

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

test("opens an account and takes in one application, however often the form is sent", async () => {
  const { mohallaMart } = stores;
  const form = application();
  const events = await emittedBy(() =>
    Promise.all([applyToSell(mohallaMart, form), applyToSell(mohallaMart, form)]),
  );
  expect(events.toSorted()).toEqual(["shopkeeper.applied", "user.created"]);
  expect(await mohallaMart.users.findByEmail(form.email)).toMatchObject({ name: "Meena Iyer" });
  const listed = await listApplications(mohallaMart, "applied");
  expect(listed).toMatchObject([
    { shopkeeper: { shopkeeperId: form.shopkeeperId }, shop: { name: form.shopName, listed: false } },
  ]);
});

test("uses the account that the email has", async () => {
  const { mohallaMart } = stores;
  await mohallaMart.users.add({ userId: "user_known", name: "Hari", email: "hari@example.com" });
  const events = await emittedBy(() => applyToSell(mohallaMart, application({ email: "hari@example.com" })));
  expect(events).toEqual(["shopkeeper.applied"]);
});

test("an application is approved once; what is not there is said", async () => {
  const { shopkeepers } = stores.mohallaMart;
  const form = application({ email: "third@example.com" });
  await applyToSell(stores.mohallaMart, form);
  const approve = (id: string) => approveApplication(shopkeepers, id, "admin_001");
  const events = await emittedBy(async () => {
    expect(await approve(form.shopkeeperId)).toBe("approved");
    expect(await approve(form.shopkeeperId)).toBe("decided");
    expect(await approve("sk_none")).toBe("unknown");
  });
  expect(events).toEqual(["shopkeeper.approved"]);
  expect(await shopkeepers.application(form.shopkeeperId)).toMatchObject({ approvedBy: "admin_001" });
});
