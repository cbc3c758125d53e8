import { and, desc, eq, inArray, sql } from "drizzle-orm";
import { ulid } from "ulid";
import type { Database, Queryable } from "../../database.ts";
import { orders, users } from "../../schema/mohallamart.ts";
import { orderAddresses, savedAddresses } from "../../schema/mohallamart-addresses.ts";
import type { Addresses, PostalAddress, Recipient, SavedAddress } from "./port.ts";

const mostKept = 5;

export function addressesIn(database: Database): Addresses {
  return {
    async ofOrders(orderIds) {
      if (orderIds.length === 0) return {};
      const rows = await database
        .select()
        .from(orderAddresses)
        .where(inArray(orderAddresses.orderId, [...orderIds]));
      return Object.fromEntries(rows.map((row) => [row.orderId, placeFrom(row)]));
    },
    list: ({ userId }) => savedOf(database, userId),
    save: (userId, address) =>
      database.transaction((transaction) => saveAddress(transaction, userId, address)),
    async forget({ userId, addressId }) {
      const gone = await database
        .delete(savedAddresses)
        .where(and(eq(savedAddresses.userId, userId), eq(savedAddresses.addressId, addressId)))
        .returning({ addressId: savedAddresses.addressId });
      return gone.length > 0;
    },
  };
}

async function savedOf(queryable: Queryable, userId: string): Promise<SavedAddress[]> {
  const rows = await queryable
    .select()
    .from(savedAddresses)
    .where(eq(savedAddresses.userId, userId))
    .orderBy(desc(savedAddresses.usedAt), desc(savedAddresses.addressId));
  return rows.map(({ addressId, name, phone, ...row }) => ({ addressId, name, phone, ...placeFrom(row) }));
}

async function saveAddress(transaction: Queryable, userId: string, address: Recipient): Promise<boolean> {
  // Two orders at once keep one address; and an account that is being closed keeps none.
  const account = await transaction
    .select({ userId: users.userId })
    .from(users)
    .where(eq(users.userId, userId))
    .for("update");
  if (account.length === 0) return false;
  const saved = await savedOf(transaction, userId);
  const same = saved.find((each) => isSame(each, address));
  const usedAt = sql`clock_timestamp()`;
  if (same) {
    await transaction
      .update(savedAddresses)
      .set({ usedAt })
      .where(eq(savedAddresses.addressId, same.addressId));
    return true;
  }
  const { name, phone } = address;
  const addressId = `adr_${ulid()}`;
  await transaction
    .insert(savedAddresses)
    .values({ addressId, userId, name, phone, ...placeRow(address), usedAt });
  const tooMany = saved.slice(mostKept - 1).map((each) => each.addressId);
  if (tooMany.length > 0)
    await transaction.delete(savedAddresses).where(inArray(savedAddresses.addressId, tooMany));
  return true;
}

function isSame(saved: SavedAddress, address: Recipient): boolean {
  const { addressId: _, ...kept } = saved;
  const words = ({ name, phone, ...place }: Recipient) =>
    JSON.stringify([name, phone, Object.values(placeRow(place))]);
  return words(kept) === words(address);
}

/** Where an order that has just been written goes. */
export async function keepOrderAddress(
  transaction: Queryable,
  orderId: string,
  address: PostalAddress,
): Promise<void> {
  await transaction.insert(orderAddresses).values({ orderId, ...placeRow(address) });
}

/** Of a person who is erased; what they had saved goes with their account. */
export async function forgetOrderAddresses(transaction: Queryable, userId: string): Promise<void> {
  const theirs = transaction
    .select({ orderId: orders.orderId })
    .from(orders)
    .where(eq(orders.userId, userId));
  await transaction.delete(orderAddresses).where(inArray(orderAddresses.orderId, theirs));
}

function placeRow({ line1, line2, landmark, pinCode }: PostalAddress) {
  return { line1, line2: line2 ?? null, landmark: landmark ?? null, pinCode };
}

function placeFrom({ line1, line2, landmark, pinCode }: ReturnType<typeof placeRow>): PostalAddress {
  return { line1, ...(line2 === null ? {} : { line2 }), ...(landmark === null ? {} : { landmark }), pinCode };
}
