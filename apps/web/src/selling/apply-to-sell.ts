import { shopkeeperApplied } from "@org/events/mohallamart/shopkeeper-applied";
import { userCreated } from "@org/events/mohallamart/user-created";
import type { MohallaMartStores } from "@org/stores/mohallamart/port";
import { ulid } from "ulid";
import type { Application } from "./parse-application.ts";

/** A fresh id for the form that an applicant is about to fill in; nobody can guess it. */
export function newShopkeeperId(): string {
  return `sk_${ulid()}`;
}

/**
 * Takes in the application of a form, with the event it causes; an applicant without an account gets one, as with a
 * first order. The same form again is the same application.
 */
export async function applyToSell(
  { users, shopkeepers }: Pick<MohallaMartStores, "users" | "shopkeepers">,
  form: Application,
): Promise<void> {
  const { shopkeeperId, name, email, phone } = form;
  const userId = await accountOf(users, form);
  // Not from the form: nobody chooses the id of a shop.
  const shop = {
    shopId: `shop_${ulid()}`,
    name: form.shopName,
    area: form.area,
    description: form.description,
  };
  const shopkeeper = { shopkeeperId, shopId: shop.shopId, name, email, phone };
  await shopkeepers.apply(
    { shopkeeper, shop },
    { emit: ({ shopkeeperId, shopId }) => [shopkeeperApplied.create({ shopkeeperId, shopId, userId })] },
  );
}

async function accountOf(
  users: MohallaMartStores["users"],
  { name, email, phone }: Application,
): Promise<string> {
  const known = await users.findByEmail(email);
  if (known) return known.userId;
  const user = { userId: `user_${ulid()}`, name, email, phone };
  if (await users.add(user, { emit: [userCreated.create(user)] })) return user.userId;
  // Opened at this very moment, by the same form sent twice.
  return (await users.findByEmail(email))?.userId ?? user.userId;
}
