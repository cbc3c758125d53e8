"use server";

import { refresh } from "next/cache";
import { mohallaMartCommands } from "../commands.ts";
import { entriesOf } from "../forms/form-data.ts";
import { whenAvailable } from "../forms/keeps-entries.ts";
import { log } from "../log.ts";
import { requireRole } from "../session/current-person.ts";

export interface MoveState {
  /** Why the order did not move. */
  refusal?: string;
}

/** Says that an order of the shopkeeper's shop was packed, shipped or delivered. */
export const advanceOrder = whenAvailable<MoveState>(advance, (_previous, _form, refusal) => ({ refusal }));

async function advance(_previous: MoveState, form: FormData): Promise<MoveState> {
  const { shopId } = await requireRole("shopkeeper");
  const entries = entriesOf(form, ["orderId", "status", "trackingNumber"]);
  const outcome = await mohallaMartCommands().moveOrder({ ...entries, shopId });
  if (!outcome.ok && (outcome.code === "invalid" || outcome.code === "damaged")) {
    return { refusal: outcome.fields?.trackingNumber ?? outcome.message };
  }
  const { orderId, status } = entries;
  log.info({ orderId, shopId, status, refused: !outcome.ok }, "an order was moved");
  refresh();
  return outcome.ok ? {} : { refusal: outcome.message };
}
