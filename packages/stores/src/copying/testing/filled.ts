import type { Pool } from "../../postgres.ts";
import { ownerOf } from "../../testing/erasure/contract.ts";
import { erasedMohallaMart } from "../../testing/erasure/mohallamart.ts";
import { platformCommon } from "../../testing/erasure/platform.ts";
import { insertRows } from "../../testing/erasure/rows.ts";
import { erasedTenOcean } from "../../testing/erasure/ten-ocean.ts";

/** Rows of two people of each product, in every table that can hold something of them, and those that are nobody's. */
export async function fill(pool: Pool): Promise<void> {
  await insertRows(pool, platformCommon);
  for (const product of [erasedTenOcean, erasedMohallaMart]) {
    await insertRows(pool, product.common);
    await insertRows(pool, product.rowsOf(ownerOf(product.name, "private", "user_1")));
    await insertRows(pool, product.rowsOf(ownerOf(product.name, "neighbor", "user_12")));
  }
}
