import * as z from "zod";
import type { Read } from "./reads.ts";

const readerListSchema = z.object({
  readers: z.record(z.string(), z.record(z.string(), z.array(z.string()))),
});

/** Which fields of which events each reader reads: `readers["pick-list"]["order.created"]` is `["items[].productId"]`. */
export type ReaderList = z.infer<typeof readerListSchema>;

/** @throws Error when it is not what `org-events readers record` writes */
export function parseReaderList(text: string): ReaderList {
  return readerListSchema.parse(JSON.parse(text));
}

/** Sorted, so that what was read in another order is written alike. */
export function readerList(reads: Iterable<Read>): ReaderList {
  const readers: ReaderList["readers"] = Object.create(null);
  const sorted = [...reads].toSorted(
    (one, other) =>
      compare(one.reader, other.reader) || compare(one.event, other.event) || compare(one.path, other.path),
  );
  for (const { reader, event, path } of sorted) {
    readers[reader] ??= Object.create(null);
    const events = readers[reader] ?? {};
    events[event] ??= [];
    if (!events[event].includes(path)) events[event].push(path);
  }
  return { readers };
}

export function readsIn({ readers }: ReaderList): Read[] {
  return Object.entries(readers).flatMap(([reader, events]) =>
    Object.entries(events).flatMap(([event, paths]) => paths.map((path) => ({ reader, event, path }))),
  );
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
