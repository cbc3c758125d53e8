import { shopkeeperApplied } from "@org/events/mohallamart/shopkeeper-applied";
import { userCreated } from "@org/events/mohallamart/user-created";
import type {
  ReceivedApplication,
  ReceivedApplications,
  Shopkeepers,
  Users,
} from "@org/stores/mohallamart/port";
import { ulid } from "ulid";
import * as z from "zod";
import { linkTokenField } from "../../internal/link-token.ts";
import type { Outcome } from "../../outcome.ts";
import { type EntriesOf, readRequest, requestRule } from "../../request.ts";

const gone = "This link is no longer good: it was used, or it is older than a day. Apply again.";

export const applicationLinkRequest = requestRule({
  schema: z.object({ token: linkTokenField }),
  fields: [],
  damaged: gone,
});

export interface ConfirmApplicationPorts {
  users: Pick<Users, "findByEmail" | "add">;
  shopkeepers: Pick<Shopkeepers, "apply">;
  receivedApplications: Pick<ReceivedApplications, "findByToken" | "discard">;
}

/**
 * Somebody follows the link that went to their address: now it is theirs, and they apply, with the event of it; an
 * applicant without an account gets one, as with a first order. Each part can be repeated, so that one which fails midway
 * is finished by the same link.
 */
export function confirmApplication({ users, shopkeepers, receivedApplications }: ConfirmApplicationPorts) {
  return async (
    entries: EntriesOf<typeof applicationLinkRequest>,
  ): Promise<Outcome<{ shopkeeperId: string }, "gone">> => {
    const read = readRequest(applicationLinkRequest, entries);
    const received = read.ok ? await receivedApplications.findByToken(read.request.token) : undefined;
    if (!received) return { ok: false, code: "gone", message: gone };
    const { shopkeeperId, shopName, area, description, name, email, phone } = received;
    const userId = await accountOf(users, received);
    // Not from the form: nobody chooses the id of a shop.
    const shop = { shopId: `shop_${ulid()}`, name: shopName, area, description };
    const shopkeeper = { shopkeeperId, shopId: shop.shopId, name, email, phone };
    await shopkeepers.apply(
      { applicantId: userId, shopkeeper, shop },
      { emit: ({ shopkeeperId, shopId }) => [shopkeeperApplied.create({ shopkeeperId, shopId, userId })] },
    );
    await receivedApplications.discard(shopkeeperId);
    return { ok: true, shopkeeperId };
  };
}

async function accountOf(
  users: ConfirmApplicationPorts["users"],
  { name, email, phone }: ReceivedApplication,
): Promise<string> {
  const known = await users.findByEmail(email);
  if (known) return known.userId;
  const user = { userId: `user_${ulid()}`, name, email, phone };
  if (await users.add(user, { emit: [userCreated.create(user)] })) return user.userId;
  // Opened at this very moment, by the same form sent twice.
  return (await users.findByEmail(email))?.userId ?? user.userId;
}
