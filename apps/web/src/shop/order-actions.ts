"use server";

import { refresh } from "next/cache";
import { textOf } from "../forms/form-data.ts";
import { log } from "../log.ts";
import { requireRole } from "../session/current-person.ts";
import { mohallaMart } from "../stores.ts";
import { moveOrder, parseMoveForm } from "./order-moves.ts";

export interface MoveState {
  /** Why the order did not move. */
  refusal?: string;
}

/** Says that an order of the shopkeeper's shop was packed, shipped or delivered. */
export async function advanceOrder(_previous: MoveState, form: FormData): Promise<MoveState> {
  const { shopId } = await requireRole("shopkeeper");
  const { data, error } = parseMoveForm({
    orderId: textOf(form, "orderId"),
    status: textOf(form, "status"),
    trackingNumber: textOf(form, "trackingNumber"),
  });
  if (error) return { refusal: error.issues[0]?.message };
  const outcome = await moveOrder(mohallaMart().orders, shopId, data);
  const { orderId, status } = data;
  log.info({ orderId, shopId, status, refused: outcome.refusal !== undefined }, "an order was moved");
  refresh();
  return outcome;
}
