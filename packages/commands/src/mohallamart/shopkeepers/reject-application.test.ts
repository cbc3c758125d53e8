import { expect, it } from "vitest";
import { testStores } from "../../testing/test-stores.ts";
import { approveApplication } from "./approve-application.ts";
import { rejectApplication } from "./reject-application.ts";

const stores = await testStores();
const { shopkeepers } = stores.mohallaMart;
const reason = "We could not find the shop at the address that you named.";
const reject = (shopkeeperId: string, why = reason) =>
  rejectApplication({ shopkeepers })({ shopkeeperId, reason: why, rejectedBy: "admin_001" });

async function apply(shopkeeperId: string): Promise<void> {
  const shop = {
    shopId: shopkeeperId.replace("sk", "shop"),
    name: "Tiffin Room",
    area: "Indiranagar",
    description: "Idli.",
  };
  const shopkeeper = { shopkeeperId, shopId: shop.shopId, name: "Meena Iyer", email: "third@example.com" };
  await shopkeepers.apply({ applicantId: "user_1", shopkeeper, shop }, { emit: [] });
}

const emitted = async () =>
  (await stores.emittedEvents()).filter(({ name }) => name.startsWith("shopkeeper."));

it("an application is turned down once, and that is told once with the reason", async () => {
  await apply("sk_1");
  expect(await reject("sk_1", `  ${reason}\n`)).toEqual({ ok: true, shopkeeperId: "sk_1" });
  expect(await reject("sk_1", "Another reason.")).toMatchObject({ ok: false, code: "decided" });
  expect(await emitted()).toMatchObject([
    {
      name: "shopkeeper.rejected",
      data: { shopkeeperId: "sk_1", shopId: "shop_1", rejectedBy: "admin_001" },
    },
  ]);
  const kept = { status: "rejected", rejection: reason, rejectedBy: "admin_001" };
  expect(await shopkeepers.application("sk_1")).toMatchObject(kept);
  // Staff may write of the applicant, whose words go with their account.
  expect(JSON.stringify(await stores.emittedEvents())).not.toContain(reason);
});

it("what was turned down is not approved any more, and what was approved is not turned down", async () => {
  const approve = approveApplication({ shopkeepers });
  expect(await approve({ shopkeeperId: "sk_1", approvedBy: "admin_001" })).toMatchObject({ code: "decided" });
  await apply("sk_2");
  await approve({ shopkeeperId: "sk_2", approvedBy: "admin_001" });
  expect(await reject("sk_2")).toMatchObject({ ok: false, code: "decided" });
  expect(await shopkeepers.application("sk_2")).toMatchObject({ status: "approved" });
});

it.each([
  ["", "Say why"],
  [" \n ", "Say why"],
  ["x".repeat(501), "Shorten the reason to 500 characters"],
  ["\u0000", "cannot be read"],
])("a reason such as %j is refused, and nothing is written", async (why, message) => {
  await apply("sk_3");
  const before = await stores.emitted();
  expect(await reject("sk_3", why)).toMatchObject({
    code: "invalid",
    fields: { reason: expect.stringContaining(message) },
  });
  expect(await shopkeepers.application("sk_3")).toMatchObject({ status: "applied" });
  expect(await stores.emitted()).toEqual(before);
});

it("what is not there, or is no id, is said", async () => {
  expect(await reject("sk_none")).toMatchObject({ ok: false, code: "unknown-application" });
  expect(await reject("<script>")).toMatchObject({ ok: false, code: "damaged" });
});
