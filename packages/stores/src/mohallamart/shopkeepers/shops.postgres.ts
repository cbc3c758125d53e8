import { and, asc, eq, ne } from "drizzle-orm";
import type { Database } from "../../database.ts";
import { insertNew } from "../../insert-new.ts";
import { appendEvents, eventsFor } from "../../outbox/append.ts";
import { shops } from "../../schema/mohallamart.ts";
import type { Shop, Shops } from "../port.ts";
import { UnknownShopError } from "./errors.ts";

export function shopsIn(database: Database): Shops {
  return {
    async list() {
      const rows = await database.select().from(shops).where(eq(shops.listed, true)).orderBy(asc(shops.name));
      return rows.map(shopFrom);
    },

    async get(shopId) {
      const [row] = await database.select().from(shops).where(eq(shops.shopId, shopId));
      return row && shopFrom(row);
    },

    add: (values, events) =>
      insertNew(database, events, (transaction) =>
        transaction.insert(shops).values(values).onConflictDoNothing(),
      ),

    async setListed(shopId, listed, events) {
      return await database.transaction(async (transaction) => {
        const [changed] = await transaction
          .update(shops)
          .set({ listed })
          .where(and(eq(shops.shopId, shopId), ne(shops.listed, listed)))
          .returning();
        if (changed) {
          if (events) await appendEvents(transaction, eventsFor(events, shopFrom(changed)));
          return true;
        }
        const found = await transaction.select().from(shops).where(eq(shops.shopId, shopId));
        if (found.length === 0) throw new UnknownShopError(shopId);
        return false;
      });
    },
  };
}

export function shopFrom({ shopId, name, area, description, listed }: typeof shops.$inferSelect): Shop {
  return { shopId, name, area, description, listed };
}
