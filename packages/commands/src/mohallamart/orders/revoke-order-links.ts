import { orderId } from "@org/events/mohallamart/fields";
import type { OrderLinks } from "@org/stores/mohallamart/order-links/port";
import * as z from "zod";
import type { Outcome } from "../../outcome.ts";
import { type EntriesOf, type InvalidCode, readRequest, requestRule } from "../../request.ts";
import { type OrderReader, orderAccess } from "./order-access.ts";

const unknown = "There is no such order. Open the order's page again.";

export const revocationRequest = requestRule({
  schema: z.object({ orderId }),
  fields: [],
  damaged: unknown,
});

export type Revocation = EntriesOf<typeof revocationRequest> & {
  /** Who asks: never from a form. */
  reader: OrderReader;
};

/** Whoever ordered, or the staff for them, ends the links to an order that were sent so far. */
export function revokeOrderLinks({
  orderLinks,
}: {
  orderLinks: Pick<OrderLinks, "parties" | "opens" | "revoke">;
}) {
  return async ({
    reader,
    ...entries
  }: Revocation): Promise<Outcome<{ orderId: string }, InvalidCode | "unknown-order">> => {
    const read = readRequest(revocationRequest, entries);
    if (!read.ok) return read;
    const { orderId } = read.request;
    const access = await orderAccess({ orderLinks }, orderId, reader);
    if (access?.as !== "owner" && access?.as !== "staff")
      return { ok: false, code: "unknown-order", message: unknown };
    await orderLinks.revoke(orderId);
    return { ok: true, orderId };
  };
}
