import { and, asc, eq, gt } from "drizzle-orm";
import type { Database } from "../../database.ts";
import { products } from "../../schema/mohallamart.ts";
import { watchers } from "../../schema/mohallamart-users.ts";
import type { Watchers } from "../port.ts";
import { requireUser } from "../users/postgres.ts";
import { requireProduct } from "./postgres.ts";

const mostWatched = 200;

export function watchersIn(database: Database): Watchers {
  return {
    async watch({ userId, productId }) {
      await requireUser(database, userId);
      await requireProduct(database, productId);
      const { rowCount } = await database
        .insert(watchers)
        .values({ userId, productId })
        .onConflictDoNothing();
      return rowCount === 1;
    },

    async unwatch({ userId, productId }) {
      const { rowCount } = await database
        .delete(watchers)
        .where(and(eq(watchers.userId, userId), eq(watchers.productId, productId)));
      return rowCount === 1;
    },

    async watches({ userId, productId }) {
      const rows = await database
        .select({ userId: watchers.userId })
        .from(watchers)
        .where(and(eq(watchers.userId, userId), eq(watchers.productId, productId)));
      return rows.length > 0;
    },

    async watchedBy(userId) {
      return await database
        .select({ productId: products.productId, name: products.name })
        .from(watchers)
        .innerJoin(products, eq(products.productId, watchers.productId))
        .where(eq(watchers.userId, userId))
        .orderBy(asc(products.name), asc(products.productId))
        .limit(mostWatched);
    },

    async list({ productId, after, limit = 500 }) {
      const behind = after === undefined ? undefined : gt(watchers.userId, after);
      const rows = await database
        .select({ userId: watchers.userId })
        .from(watchers)
        .where(and(eq(watchers.productId, productId), behind))
        .orderBy(asc(watchers.userId))
        .limit(limit);
      return rows.map(({ userId }) => userId);
    },
  };
}
