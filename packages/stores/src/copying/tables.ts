import type { CopiedTable } from "./copied-table.ts";
import { analyticsTables } from "./tables/analytics.ts";
import { messageTables } from "./tables/messages.ts";
import { moneyTables } from "./tables/money.ts";
import { orderTable } from "./tables/orders.ts";
import { outboxTables } from "./tables/outbox.ts";
import { people } from "./tables/people.ts";
import { shopTables, stockTables } from "./tables/shops.ts";
import { signInTables } from "./tables/sign-in.ts";

/**
 * Every table that both stores hold, in the order in which it is copied: what others name comes first, and last what makes
 * apps act, the outbox.
 */
export const copiedTables: readonly CopiedTable[] = [
  ...people,
  ...shopTables,
  orderTable,
  ...stockTables,
  ...moneyTables,
  ...analyticsTables,
  ...signInTables,
  ...messageTables,
  ...outboxTables,
];

/** By their names in Postgres and in Convex, why tables are not copied; a schema's name stands for all of it. */
export const leftOut: ReadonlyMap<string, string> = new Map([
  ["ten_ocean", "The association is always in Postgres."],
  ["platform.measurements", "Of workers of both products, and always in Postgres."],
  ["platform.copies", "What is known of a copy into Postgres."],
  ["copies", "What is known of a copy into Convex."],
  ["copiedBeside", "What Postgres had and documents have no place for; it goes back with them."],
]);
