import { shopkeeperApplicationReceived } from "@org/events/mohallamart/shopkeeper-application-received";
import { shopkeeperApplied } from "@org/events/mohallamart/shopkeeper-applied";
import { shopkeeperApproved } from "@org/events/mohallamart/shopkeeper-approved";
import { shopkeeperRejected } from "@org/events/mohallamart/shopkeeper-rejected";
import type { TestBench } from "./test-bench.ts";

export const meena = {
  shopkeeperId: "sk_meena",
  shopId: "shop_tiffin",
  name: "Meena Iyer",
  email: "meena@example.com",
  phone: "+919845000003",
};

export const tiffinRoom = {
  shopId: meena.shopId,
  name: "Meena's Tiffin Room",
  area: "Indiranagar, Bengaluru",
  description: "Idli, dosa and filter coffee from seven in the morning.",
};

export const idli = {
  productId: "prod_idli",
  shopId: meena.shopId,
  name: "Idli",
  description: "Soft.",
  category: "Breakfast",
  unit: "2 pieces",
  price: 40,
  stock: 30,
};

const { shopkeeperId, shopId } = meena;

/** Fills in the application form, as the web app does. @returns the secret of the link that Meena gets. */
export async function fillInApplication(
  { mohallaMart }: TestBench,
  id = shopkeeperId,
): Promise<{ token: string }> {
  const { name, email, phone } = meena;
  const { name: shopName, area, description } = tiffinRoom;
  const token = id.padEnd(43, "x");
  await mohallaMart.receivedApplications.hold(
    { shopkeeperId: id, shopName, area, description, name, email, phone, token },
    { emit: [shopkeeperApplicationReceived.create({ shopkeeperId: id })] },
  );
  return { token };
}

/** Applies as the web app does, once the address is proven. */
export function applyToSell({ mohallaMart }: TestBench) {
  const applied = shopkeeperApplied.create({ shopkeeperId, shopId, userId: "user_meena" });
  return mohallaMart.shopkeepers.apply(
    { applicantId: "user_meena", shopkeeper: meena, shop: tiffinRoom },
    { emit: [applied] },
  );
}

/** Approves as a member of staff does. */
export function approve({ mohallaMart }: TestBench): Promise<boolean> {
  const approvedBy = "admin_001";
  const approved = shopkeeperApproved.create({ shopkeeperId, shopId, approvedBy });
  return mohallaMart.shopkeepers.approve(shopkeeperId, approvedBy, { emit: [approved] });
}

export const turnedDown = "We could not find the shop at the address that you named.";

/** Turns the application down as a member of staff does. */
export function reject({ mohallaMart }: TestBench): Promise<boolean> {
  const rejectedBy = "admin_001";
  const rejected = shopkeeperRejected.create({ shopkeeperId, shopId, rejectedBy });
  return mohallaMart.shopkeepers.reject(
    shopkeeperId,
    { rejectedBy, reason: turnedDown },
    { emit: [rejected] },
  );
}

/** A shop with a product on the shelf, which applied a while ago and is approved now. */
export async function openShop(bench: TestBench): Promise<void> {
  const { shopkeepers, products } = bench.mohallaMart;
  await shopkeepers.apply({ applicantId: "user_meena", shopkeeper: meena, shop: tiffinRoom }, { emit: [] });
  await products.add(idli);
  await approve(bench);
}
