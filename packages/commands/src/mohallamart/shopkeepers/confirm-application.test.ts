import { expect, it } from "vitest";
import { testStores } from "../../testing/test-stores.ts";
import { applyToSell, newShopkeeperId } from "./apply-to-sell.ts";
import { confirmApplication } from "./confirm-application.ts";
import { listApplications } from "./list-applications.ts";

const stores = await testStores();
const { mohallaMart } = stores;
const confirm = confirmApplication(mohallaMart);

/** Somebody fills in the form. @returns the link's secret. */
async function filledIn(email: string) {
  const shopkeeperId = newShopkeeperId();
  const shop = { shopName: "Meena's Tiffin Room", area: "Indiranagar, Bengaluru", description: "Idli." };
  await applyToSell(mohallaMart)({
    ...shop,
    shopkeeperId,
    name: "Meena Iyer",
    email,
    phone: "+919845000003",
  });
  const { token = "none" } = (await mohallaMart.receivedApplications.get(shopkeeperId)) ?? {};
  return { shopkeeperId, token };
}

async function emittedBy(act: () => Promise<unknown>): Promise<string[]> {
  const before = await stores.emitted();
  await act();
  return (await stores.emitted()).slice(before.length).map((id) => id.split(":")[0] ?? "");
}

it("opens an account and takes in one application, however often the link is followed", async () => {
  const { shopkeeperId, token } = await filledIn("meena@example.com");
  const events = await emittedBy(() => Promise.all([confirm({ token }), confirm({ token })]));
  expect(events.toSorted()).toEqual(["shopkeeper.applied", "user.created"]);
  expect(await confirm({ token })).toMatchObject({ ok: false, code: "gone" });
  expect(await mohallaMart.users.findByEmail("meena@example.com")).toMatchObject({ name: "Meena Iyer" });
  expect(await listApplications(mohallaMart, "applied")).toMatchObject([
    { shopkeeper: { shopkeeperId }, shop: { name: "Meena's Tiffin Room", listed: false } },
  ]);
});

it("uses the account that the email has", async () => {
  await mohallaMart.users.add({ userId: "user_known", name: "Hari", email: "hari@example.com" });
  const { token } = await filledIn("hari@example.com");
  expect(await emittedBy(() => confirm({ token }))).toEqual(["shopkeeper.applied"]);
});

it.each(["", "x", "__proto__", "x".repeat(43)])("a link with %j is no longer good", async (token) => {
  const message = expect.stringContaining("Apply again");
  expect(await confirm({ token })).toEqual({ ok: false, code: "gone", message });
});
