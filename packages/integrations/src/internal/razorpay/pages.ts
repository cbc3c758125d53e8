import type { ListedSpan, Page } from "../../payments/port.ts";
import { listOf } from "./answer.ts";
import { failures, type RazorpayHttp } from "./http.ts";

/** The most that Razorpay gives at once. */
const pageSize = 100;

interface Listing<Entity> {
  /** For messages. */
  what: string;
  path: string;
  read(entry: unknown): Entity | undefined;
  span: ListedSpan;
}

/** Razorpay lists newest first and counts what to skip, so a cursor holds as long as the span lies in the past. */
export async function listPage<Entity>(
  http: RazorpayHttp,
  { what, path, read, span }: Listing<Entity>,
): Promise<Page<Entity>> {
  const skip = span.cursor === undefined ? 0 : Number(span.cursor);
  if (!Number.isInteger(skip) || skip < 0) throw failures.final("A cursor is one that a page before gave.");
  const query = new URLSearchParams({
    from: secondsOf(span.from),
    to: secondsOf(span.to),
    count: String(pageSize),
    skip: String(skip),
  });
  const request = { method: "GET", path: `${path}?${query}` } as const;
  const entries = await http.ask(`list ${what}`, request, listOf(read));
  return entries.length < pageSize ? { entries } : { entries, next: String(skip + pageSize) };
}

/** All entries of a list that has few. */
export async function listAll<Entity>(
  http: RazorpayHttp,
  { what, path, read }: Omit<Listing<Entity>, "span">,
): Promise<Entity[]> {
  const all: Entity[] = [];
  for (let isLast = false; !isLast; ) {
    const query = new URLSearchParams({ count: String(pageSize), skip: String(all.length) });
    const entries = await http.ask(`list ${what}`, { method: "GET", path: `${path}?${query}` }, listOf(read));
    all.push(...entries);
    isLast = entries.length < pageSize;
  }
  return all;
}

function secondsOf(time: string): string {
  const milliseconds = Date.parse(time);
  if (Number.isNaN(milliseconds)) throw failures.final("A span begins and ends at times in ISO 8601.");
  return String(Math.floor(milliseconds / 1000));
}
