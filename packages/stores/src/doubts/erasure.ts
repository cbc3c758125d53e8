import type { EventCatalogue } from "@org/events";
import { sql } from "drizzle-orm";
import type { Queryable } from "../database.ts";
import { holdsId } from "../erasure.ts";
import { runsInDoubt } from "../schema/doubts.ts";

/**
 * Deletes the runs in doubt whose events name somebody. What they sent can still be settled, and no longer be sent
 * again: neither to them nor, of a batch, to the others.
 * @param catalogue of the product that they leave: the other one may use the id for somebody else
 */
export async function eraseRunsInDoubt(
  transaction: Queryable,
  { definitions }: Pick<EventCatalogue, "definitions">,
  ids: readonly string[],
): Promise<void> {
  const names = definitions.map(({ event }) => event);
  await transaction.delete(runsInDoubt).where(sql`exists (
    select from json_array_elements(${runsInDoubt.events}) event
    where event ->> 'name' = any(${sql.param(names)}::text[]) and ${holdsId(sql`event::text`, ids)}
  )`);
}
