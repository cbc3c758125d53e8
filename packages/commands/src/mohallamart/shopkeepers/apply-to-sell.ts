import { shopkeeperApplied } from "@org/events/mohallamart/shopkeeper-applied";
import { userCreated } from "@org/events/mohallamart/user-created";
import type { Shopkeepers, Users } from "@org/stores/mohallamart/port";
import { ulid } from "ulid";
import type { Outcome } from "../../outcome.ts";
import { type EntriesOf, type InvalidCode, type RequestOf, readRequest } from "../../request.ts";
import { type ApplicationField, applicationRequest } from "./application-request.ts";

export interface ApplyToSellPorts {
  users: Pick<Users, "findByEmail" | "add">;
  shopkeepers: Pick<Shopkeepers, "apply">;
}

/** A fresh id for the form that an applicant is about to fill in; nobody can guess it. */
export function newShopkeeperId(): string {
  return `sk_${ulid()}`;
}

/**
 * Someone applies to open a shop, with the event that this causes; an applicant without an account gets one, as with a
 * first order. The same request again is the same application.
 */
export function applyToSell({ users, shopkeepers }: ApplyToSellPorts) {
  return async (
    entries: EntriesOf<typeof applicationRequest>,
  ): Promise<Outcome<{ shopkeeperId: string }, InvalidCode, ApplicationField>> => {
    const read = readRequest(applicationRequest, entries);
    if (!read.ok) return read;
    const { shopkeeperId, shopName, area, description, name, email, phone } = read.request;
    const userId = await accountOf(users, read.request);
    // Not from the form: nobody chooses the id of a shop.
    const shop = { shopId: `shop_${ulid()}`, name: shopName, area, description };
    const shopkeeper = { shopkeeperId, shopId: shop.shopId, name, email, phone };
    await shopkeepers.apply(
      { applicantId: userId, shopkeeper, shop },
      { emit: ({ shopkeeperId, shopId }) => [shopkeeperApplied.create({ shopkeeperId, shopId, userId })] },
    );
    return { ok: true, shopkeeperId };
  };
}

async function accountOf(
  users: ApplyToSellPorts["users"],
  { name, email, phone }: RequestOf<typeof applicationRequest>,
): Promise<string> {
  const known = await users.findByEmail(email);
  if (known) return known.userId;
  const user = { userId: `user_${ulid()}`, name, email, phone };
  if (await users.add(user, { emit: [userCreated.create(user)] })) return user.userId;
  // Opened at this very moment, by the same form sent twice.
  return (await users.findByEmail(email))?.userId ?? user.userId;
}
