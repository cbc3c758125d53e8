import { asc, eq } from "drizzle-orm";
import type { Database } from "../../database.ts";
import { insertNew } from "../../insert-new.ts";
import { shopkeepers, shops } from "../../schema/mohallamart.ts";
import type { Shop, Shopkeeper, Shopkeepers, Shops } from "../port.ts";

export function shopsIn(database: Database): Shops {
  return {
    async list() {
      const rows = await database.select().from(shops).where(eq(shops.listed, true)).orderBy(asc(shops.name));
      return rows.map(shop);
    },

    async get(shopId) {
      const [row] = await database.select().from(shops).where(eq(shops.shopId, shopId));
      return row && shop(row);
    },

    add: (values, events) =>
      insertNew(database, events, (transaction) =>
        transaction.insert(shops).values(values).onConflictDoNothing(),
      ),
  };
}

export function shopkeepersIn(database: Database): Shopkeepers {
  return {
    async list({ shopId }) {
      const rows = await database
        .select()
        .from(shopkeepers)
        .where(eq(shopkeepers.shopId, shopId))
        .orderBy(asc(shopkeepers.shopkeeperId));
      return rows.map(shopkeeper);
    },

    add: (values, events) =>
      insertNew(database, events, (transaction) =>
        transaction.insert(shopkeepers).values(values).onConflictDoNothing(),
      ),
  };
}

export function shop({ shopId, name, area, description, listed }: typeof shops.$inferSelect): Shop {
  return { shopId, name, area, description, listed };
}

function shopkeeper({ createdAt: _, phone, ...row }: typeof shopkeepers.$inferSelect): Shopkeeper {
  return { ...row, phone: phone ?? undefined };
}
