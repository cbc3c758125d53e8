import * as z from "zod";
import { type ReaderList, readsIn } from "../readers/reader-list.ts";

/** Who reads which fields, as far as it was recorded. */
export interface FieldReaders {
  /** Whoever reads the field of the event, or something in it; with an empty path, anything of the event. */
  of(event: string, path: string): string[];
}

const functionsWithReads = z.object({
  functions: z.array(
    z.object({ id: z.string(), reads: z.record(z.string(), z.array(z.string())).optional() }),
  ),
});

/** The reads of `functions.json`; absent when nothing was recorded. */
export function readsOfFunctions(functionsFile: unknown): ReaderList | undefined {
  const { functions } = functionsWithReads.parse(functionsFile);
  const recorded = functions.flatMap(({ id, reads }) => (reads ? [[id, reads] as const] : []));
  return recorded.length > 0 ? { readers: Object.fromEntries(recorded) } : undefined;
}

export function fieldReaders(lists: readonly ReaderList[]): FieldReaders {
  const reads = lists.flatMap(readsIn);
  return {
    of(event, path) {
      const place = placeOf(path);
      const readers = reads.filter((read) => read.event === event && isWithin(read.path, place));
      return [...new Set(readers.map(({ reader }) => reader))].sort();
    },
  };
}

/** Elements and a record's keys are read with what holds them. */
function placeOf(path: string): string {
  return path.replace(/\.\*.*$/, "").replace(/(\[\])+$/, "");
}

function isWithin(path: string, place: string): boolean {
  return place === "" || path === place || path.startsWith(`${place}.`) || path.startsWith(`${place}[`);
}

/** `nobody reads order.created.total`, `notify-shopkeeper and sync-order-data read order.created.total`. */
export function whoReads({ of }: FieldReaders, event: string, path: string): string {
  const readers = of(event, path);
  const field = path ? `${event}.${path}` : event;
  if (readers.length === 0) return `nobody reads ${field}`;
  return `${listed(readers)} ${readers.length === 1 ? "reads" : "read"} ${field}`;
}

function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}
