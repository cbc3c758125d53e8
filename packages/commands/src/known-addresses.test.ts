import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { demoAddress } from "@org/stores/demo-data/mohallamart";
import { beforeAll, expect, it } from "vitest";
import { newOrderId, placeOrder } from "./mohallamart/orders/place-order.ts";
import { applyToSell, newShopkeeperId } from "./mohallamart/shopkeepers/apply-to-sell.ts";
import { saveAccount } from "./mohallamart/users/save-account.ts";
import { newResidentId, registerResident } from "./ten-ocean/verification/register-resident.ts";
import { newEmailChangeId, requestNewEmail } from "./ten-ocean/verification/request-new-email.ts";
import { updateProfile } from "./ten-ocean/verification/update-profile.ts";
import { testStores } from "./testing/test-stores.ts";

let stores: Awaited<ReturnType<typeof testStores>>;

interface Contact {
  email: string;
  phone: string;
}

const known: Contact = { email: "known@example.com", phone: "+919845000001" };
const unknown: Contact = { email: "unknown@example.com", phone: "+919845000002" };
const asker = { role: "resident", id: "user_asker", name: "Noor", email: "asker@example.com" } as const;

/** Every form that takes an address or a number, by the file of its rule: as it is answered. */
const forms = {
  "ten-ocean/verification/register-resident.ts": ({ email }) =>
    registerResident(stores.tenOcean)({
      ...{ userId: newResidentId(), firstName: "Noor", lastName: "", email, unitId: "" },
    }),
  "ten-ocean/verification/request-new-email.ts": ({ email }) =>
    requestNewEmail(stores.tenOcean)({ resident: asker, email, changeId: newEmailChangeId() }),
  "ten-ocean/verification/update-profile.ts": ({ phone }) =>
    updateProfile(stores.tenOcean)({ resident: asker, firstName: "Noor", lastName: "", phone }),
  "mohallamart/users/save-account.ts": ({ phone }) =>
    saveAccount(stores.mohallaMart)({
      ...{ userId: "user_asker", name: "Noor", phone, language: "en-IN", area: "", channels: [] },
      ...{ quietFrom: "", quietTo: "" },
    }),
  "mohallamart/shopkeepers/application-request.ts": (contact) =>
    applyToSell(stores.mohallaMart)({
      ...{ shopkeeperId: newShopkeeperId(), shopName: "Corner", area: "Indiranagar", description: "Rice." },
      ...{ name: "Noor", ...contact },
    }),
  "mohallamart/orders/order-request.ts": (contact) =>
    placeOrder({ ...stores.mohallaMart, payments: undefined, log: { error() {} } })({
      ...{
        orderId: newOrderId(),
        shopId: "shop_1",
        total: 10,
        items: [{ productId: "prod_1", quantity: 1 }],
      },
      ...{ name: "Noor", ...contact, ...demoAddress, payment: "cash" },
    }),
} satisfies Record<string, (contact: Contact) => Promise<{ ok: boolean }>>;

/** Answered before anybody is looked up, which only the web app can show; and what only the staff fills in. */
const elsewhere = {
  "sessions/sign-in-attempt.ts": "apps/web/e2e/sign-in.test.ts",
  "operations/lift-suppression.ts": "packages/commands/src/operations/lift-suppression.test.ts",
};

beforeAll(async () => {
  stores = await testStores();
  const { users, shops, products } = stores.mohallaMart;
  const { residents } = stores.tenOcean;
  const quiet = { emit: [] };
  const people = { user_known: known, user_asker: { email: asker.email, phone: "+919845000003" } };
  for (const [userId, contact] of Object.entries(people)) {
    await users.add({ userId, name: "R", ...contact }, quiet);
    await residents.register({ userId, firstName: "R", lastName: "", email: contact.email }, quiet);
    await residents.changeStanding(userId, "resident", quiet);
    await residents.update(userId, { phone: contact.phone }, quiet);
  }
  const described = { name: "Corner", description: "Rice." };
  await shops.add({ shopId: "shop_1", ...described, area: "Indiranagar", listed: true });
  await products.add({
    ...{ productId: "prod_1", shopId: "shop_1", ...described, category: "Rice", unit: "1 kg", price: 10 },
    stock: 10,
  });
});

it("walks every form that takes an address or a number", () => {
  const source = import.meta.dirname;
  const taking = globSync("**/*.ts", { cwd: source })
    .filter((file) => !file.endsWith(".test.ts"))
    .filter((file) =>
      /fields: \[[^\]]*"(email|phone|address)"/.test(readFileSync(join(source, file), "utf8")),
    );
  expect(taking.toSorted()).toEqual([...Object.keys(forms), ...Object.keys(elsewhere)].toSorted());
  for (const test of Object.values(elsewhere))
    expect(existsSync(join(source, "../../..", test)), test).toBe(true);
});

it.each(Object.entries(forms))("%s answers the same for who is known and who is not", async (_file, ask) => {
  const answers = [await ask(unknown), await ask(known)];
  const [first, second] = answers.map((answer) => JSON.stringify(answer).replaceAll(/_[0-9A-Z]{26}/g, "_id"));
  expect(answers[0]).toMatchObject({ ok: true });
  expect(second).toBe(first);
});
