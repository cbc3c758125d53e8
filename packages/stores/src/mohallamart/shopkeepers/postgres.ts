import { and, asc, eq, sql } from "drizzle-orm";
import { type Database, onlyRow, type Queryable } from "../../database.ts";
import { insertNew } from "../../insert-new.ts";
import { appendEvents, eventsFor } from "../../outbox/append.ts";
import type { Emit } from "../../outbox/port.ts";
import { shopkeepers, shops } from "../../schema/mohallamart.ts";
import { replaceTokensOf } from "../../sessions/role-changes.postgres.ts";
import type { Shopkeeper, ShopkeeperApplication, Shopkeepers } from "../port.ts";
import { ShopExistsError, UnknownShopkeeperError } from "./errors.ts";

type ShopkeeperRow = typeof shopkeepers.$inferSelect;

type Decision =
  | { status: "approved"; approvedBy: string }
  | { status: "rejected"; rejectedBy: string; rejection: string }
  | { status: "lapsed" };

export function shopkeepersIn(database: Database): Shopkeepers {
  const find = async (queryable: Queryable, shopkeeperId: string) => {
    const found = eq(shopkeepers.shopkeeperId, shopkeeperId);
    const [row] = await queryable.select().from(shopkeepers).where(found);
    return row;
  };

  /** Moves an application on from `applied`. @returns false when it was decided before. */
  async function decide(
    shopkeeperId: string,
    decision: Decision,
    events: Emit<ShopkeeperApplication> | undefined,
  ): Promise<boolean> {
    return await database.transaction(async (transaction) => {
      const [decided] = await transaction
        .update(shopkeepers)
        .set({ ...decision, decidedAt: sql`now()` })
        .where(and(eq(shopkeepers.shopkeeperId, shopkeeperId), eq(shopkeepers.status, "applied")))
        .returning();
      if (decided && events) await appendEvents(transaction, eventsFor(events, applicationFrom(decided)));
      if (!decided && !(await find(transaction, shopkeeperId)))
        throw new UnknownShopkeeperError(shopkeeperId);
      return decided !== undefined;
    });
  }

  return {
    async list({ shopId }) {
      const rows = await database
        .select()
        .from(shopkeepers)
        .where(eq(shopkeepers.shopId, shopId))
        .orderBy(asc(shopkeepers.shopkeeperId));
      return rows.map(shopkeeperFrom);
    },

    async get(shopkeeperId) {
      const row = await find(database, shopkeeperId);
      return row && shopkeeperFrom(row);
    },

    async findByEmail(email) {
      const rows = await database
        .select()
        .from(shopkeepers)
        .where(eq(sql`lower(${shopkeepers.email})`, email.toLowerCase()))
        .orderBy(asc(shopkeepers.shopkeeperId));
      return rows.map(shopkeeperFrom);
    },

    add: (values, events) =>
      insertNew(database, events, (transaction) =>
        transaction.insert(shopkeepers).values(values).onConflictDoNothing(),
      ),

    async application(shopkeeperId) {
      const row = await find(database, shopkeeperId);
      return row && applicationFrom(row);
    },

    async applications({ status, limit = 100 }) {
      const rows = await database
        .select()
        .from(shopkeepers)
        .where(eq(shopkeepers.status, status))
        .orderBy(asc(shopkeepers.createdAt), asc(shopkeepers.shopkeeperId))
        .limit(limit);
      return rows.map(applicationFrom);
    },

    async apply({ applicantId, shopkeeper, shop }, events) {
      return await database.transaction(async (transaction) => {
        const { shopkeeperId } = shopkeeper;
        // The same form sent twice at once waits here, and finds the first one.
        await transaction.execute(sql`select pg_advisory_xact_lock(hashtextextended(${shopkeeperId}, 2))`);
        const first = await find(transaction, shopkeeperId);
        if (first) return applicationFrom(first);
        const opened = await transaction
          .insert(shops)
          .values({ ...shop, listed: false })
          .onConflictDoNothing();
        if (opened.rowCount === 0) throw new ShopExistsError(shop.shopId);
        const rows = await transaction
          .insert(shopkeepers)
          .values({ ...shopkeeper, applicantId, status: "applied", dashboardAccess: false })
          .returning();
        const application = applicationFrom(onlyRow(rows));
        await appendEvents(transaction, eventsFor(events, application));
        return application;
      });
    },

    approve: (shopkeeperId, approvedBy, events) =>
      decide(shopkeeperId, { status: "approved", approvedBy }, events),
    reject: (shopkeeperId, { rejectedBy, reason }, events) =>
      decide(shopkeeperId, { status: "rejected", rejectedBy, rejection: reason }, events),
    lapse: (shopkeeperId, events) => decide(shopkeeperId, { status: "lapsed" }, events),

    async grantDashboardAccess(shopkeeperId) {
      const granted = await database.transaction(async (transaction) => {
        const without = eq(shopkeepers.dashboardAccess, false);
        const [row] = await transaction
          .update(shopkeepers)
          .set({ dashboardAccess: true })
          .where(and(eq(shopkeepers.shopkeeperId, shopkeeperId), without))
          .returning({ email: shopkeepers.email });
        if (row) await replaceTokensOf(transaction, row.email);
        return row !== undefined;
      });
      if (granted) return true;
      if (!(await find(database, shopkeeperId))) throw new UnknownShopkeeperError(shopkeeperId);
      return false;
    },
  };
}

function shopkeeperFrom({ shopkeeperId, shopId, name, email, phone }: ShopkeeperRow): Shopkeeper {
  return { shopkeeperId, shopId, name, email, phone: phone ?? undefined };
}

function applicationFrom(row: ShopkeeperRow): ShopkeeperApplication {
  const { shopkeeperId, shopId, status, dashboardAccess, decidedAt, createdAt } = row;
  const { approvedBy, rejectedBy, rejection } = row;
  return {
    shopkeeperId,
    shopId,
    status,
    appliedAt: createdAt.toISOString(),
    decidedAt: decidedAt?.toISOString(),
    approvedBy: approvedBy ?? undefined,
    rejectedBy: rejectedBy ?? undefined,
    rejection: rejection ?? undefined,
    dashboardAccess,
  };
}
