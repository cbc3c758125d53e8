import { shopkeeperId } from "@org/events/mohallamart/fields";
import { shopkeeperRejected } from "@org/events/mohallamart/shopkeeper-rejected";
import type { Shopkeepers } from "@org/stores/mohallamart/port";
import * as z from "zod";
import { longTextField } from "../../fields.ts";
import { outOfDate } from "../../internal/out-of-date.ts";
import type { Outcome } from "../../outcome.ts";
import { refusalOf } from "../../refusal.ts";
import { type EntriesOf, type InvalidCode, readRequest, requestRule } from "../../request.ts";
import { type ApprovalCode, decidedBefore, unknownApplication } from "./approve-application.ts";

export const rejectionRequest = requestRule({
  schema: z.object({
    shopkeeperId,
    reason: longTextField("Shorten the reason", 500).min(1, "Say why, so that the applicant can be told."),
  }),
  fields: ["reason"],
  damaged: outOfDate(),
});

export type Rejection = EntriesOf<typeof rejectionRequest> & {
  /** The id of the member of staff who turns it down: never from a form. */
  rejectedBy: string;
};

/** Staff turns an application to open a shop down and says why, with the event that this causes. */
export function rejectApplication({ shopkeepers }: { shopkeepers: Pick<Shopkeepers, "reject"> }) {
  return async ({
    rejectedBy,
    ...entries
  }: Rejection): Promise<Outcome<{ shopkeeperId: string }, InvalidCode | ApprovalCode, "reason">> => {
    const read = readRequest(rejectionRequest, entries);
    if (!read.ok) return read;
    const { shopkeeperId, reason } = read.request;
    try {
      const rejected = await shopkeepers.reject(
        shopkeeperId,
        { rejectedBy, reason },
        { emit: ({ shopId }) => [shopkeeperRejected.create({ shopkeeperId, shopId, rejectedBy })] },
      );
      if (rejected) return { ok: true, shopkeeperId };
      return decidedBefore;
    } catch (error) {
      return refusalOf(error, unknownApplication);
    }
  };
}
