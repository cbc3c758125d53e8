import * as z from "zod";
import { invalid, RazorpayFailure } from "./razorpay-account.ts";

const time = z.coerce.number().int().min(946_684_800).max(4_765_046_400);
const listing = z.object({
  from: time.optional(),
  to: time.optional(),
  count: z.coerce.number().int().min(1).max(100).default(10),
  skip: z.coerce.number().int().min(0).default(0),
});

/** A page of entities that come newest first, as every list of Razorpay's gives it. */
export function collection(
  entities: readonly { created_at: number }[],
  query: Record<string, string | undefined>,
) {
  const read = listing.safeParse(query);
  if (!read.success) {
    const [issue] = read.error.issues;
    const field = issue?.path.join(".") ?? "query";
    throw new RazorpayFailure(`${field}: ${issue?.message}`, { details: { ...invalid, field } });
  }
  const { from = 0, to = Number.POSITIVE_INFINITY, count, skip } = read.data;
  const items = entities.filter(({ created_at: at }) => at >= from && at <= to).slice(skip, skip + count);
  return { entity: "collection", count: items.length, items };
}
