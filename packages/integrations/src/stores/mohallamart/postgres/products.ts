import { toPaise, toRupees } from "@org/events/money";
import { and, asc, eq } from "drizzle-orm";
import type { Database } from "../../database.ts";
import { insertNew } from "../../insert-new.ts";
import { products, shops } from "../../schema/mohallamart.ts";
import type { Product, Products } from "../port.ts";

export function productsIn(database: Database): Products {
  return {
    async list({ shopId } = {}) {
      const rows = await database
        .select({ product: products })
        .from(products)
        .innerJoin(shops, eq(shops.shopId, products.shopId))
        .where(and(eq(shops.listed, true), shopId === undefined ? undefined : eq(products.shopId, shopId)))
        .orderBy(asc(products.category), asc(products.name));
      return rows.map((row) => product(row.product));
    },

    async get(productId) {
      const [row] = await database.select().from(products).where(eq(products.productId, productId));
      return row && product(row);
    },

    add: ({ price, ...values }, events) =>
      insertNew(database, events, (transaction) =>
        transaction
          .insert(products)
          .values({ ...values, pricePaise: toPaise(price) })
          .onConflictDoNothing(),
      ),
  };
}

function product(row: typeof products.$inferSelect): Product {
  const { productId, shopId, name, description, category, unit, pricePaise, stock, reserved } = row;
  const price = toRupees(pricePaise);
  return { productId, shopId, name, description, category, unit, price, available: stock - reserved };
}
