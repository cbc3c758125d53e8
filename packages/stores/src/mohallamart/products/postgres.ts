import { toPaise, toRupees } from "@org/events/money";
import { and, asc, eq, gt, inArray } from "drizzle-orm";
import type { Database, Queryable } from "../../database.ts";
import { given, sameRow } from "../../given.ts";
import { insertNew } from "../../insert-new.ts";
import { appendEvents, eventsFor } from "../../outbox/append.ts";
import { products, shops } from "../../schema/mohallamart.ts";
import type { Product, ProductChanges, Products } from "../port.ts";
import { ProductNotFoundError, StockError } from "./errors.ts";
import { logStock } from "./stock-log.postgres.ts";

type ProductRow = typeof products.$inferSelect;

export function productsIn(database: Database): Products {
  const sold = ({ unlisted = false } = {}) =>
    database
      .select({ product: products })
      .from(products)
      .innerJoin(
        shops,
        and(eq(shops.shopId, products.shopId), unlisted ? undefined : eq(shops.listed, true)),
      );

  return {
    async list({ shopId, unlisted } = {}) {
      const rows = await sold({ unlisted })
        .where(shopId === undefined ? undefined : eq(products.shopId, shopId))
        .orderBy(asc(products.category), asc(products.name));
      return rows.map(({ product }) => productFrom(product));
    },

    async get(productId) {
      const [row] = await database.select().from(products).where(eq(products.productId, productId));
      return row && productFrom(row);
    },

    add: ({ price, ...values }, events) =>
      insertNew(database, events, (transaction) =>
        transaction
          .insert(products)
          .values({ ...values, pricePaise: toPaise(price) })
          .onConflictDoNothing(),
      ),

    async scan({ shopId, after, limit }) {
      const ofShop = shopId === undefined ? undefined : eq(products.shopId, shopId);
      const behind = after === undefined ? undefined : gt(products.productId, after);
      const rows = await sold().where(and(ofShop, behind)).orderBy(asc(products.productId)).limit(limit);
      return rows.map(({ product }) => productFrom(product));
    },

    async picturesInUse(pictures) {
      if (pictures.length === 0) return [];
      const rows = await database
        .select({ picture: products.picture })
        .from(products)
        .where(inArray(products.picture, [...pictures]));
      return rows.flatMap(({ picture }) => picture ?? []);
    },

    async update(productId, changes, events) {
      return await database.transaction(async (transaction) => {
        const before = await lockProduct(transaction, productId);
        const after = changed(before, changes);
        const change = { before: productFrom(before), after: productFrom(after) };
        if (sameRow(before, after)) return change;
        if (after.stock < after.reserved) throw new StockError(productId, after.stock, after.reserved);
        await transaction.update(products).set(after).where(eq(products.productId, productId));
        if (after.stock !== before.stock) {
          await logStock(transaction, [{ ...after, change: after.stock - before.stock, reason: "count" }]);
        }
        await appendEvents(transaction, eventsFor(events, change));
        return change;
      });
    },
  };
}

function changed(before: ProductRow, { price, available, ...changes }: ProductChanges): ProductRow {
  return {
    ...before,
    ...given(changes),
    ...(price !== undefined && { pricePaise: toPaise(price) }),
    ...(available !== undefined && { stock: before.reserved + available }),
  };
}

async function lockProduct(transaction: Queryable, productId: string): Promise<ProductRow> {
  const locked = transaction
    .select()
    .from(products)
    .where(eq(products.productId, productId))
    .for("no key update");
  const [row] = await locked;
  if (!row) throw new ProductNotFoundError(productId);
  return row;
}

/** @throws ProductNotFoundError */
export async function requireProduct(queryable: Queryable, productId: string): Promise<void> {
  const found = await queryable.select().from(products).where(eq(products.productId, productId));
  if (found.length === 0) throw new ProductNotFoundError(productId);
}

function productFrom(row: ProductRow): Product {
  const { productId, shopId, name, description, category, unit, pricePaise, stock, reserved, picture } = row;
  const price = toRupees(pricePaise);
  const product = {
    productId,
    shopId,
    name,
    description,
    category,
    unit,
    price,
    available: stock - reserved,
  };
  return picture === null ? product : { ...product, picture };
}
