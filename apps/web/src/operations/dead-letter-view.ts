import { identifier } from "@org/commands/operations/run-request";
import type { DeadLetter, DeadLetterFilter } from "@org/stores/dead-letters/port";
import * as z from "zod";
import { indiaTime, utcOf } from "./india-time.ts";

const position = z.templateLiteral([z.iso.datetime(), "~", identifier]).transform((text) => {
  const [failedAt = "", runId = ""] = text.split("~");
  return { failedAt, runId };
});

const deadLetterView = z.object({
  status: z.enum(["open", "replayed", "discarded", "all"]).catch("open"),
  app: identifier.optional().catch(undefined),
  workflow: identifier.optional().catch(undefined),
  since: indiaTime.optional().catch(undefined),
  until: indiaTime.optional().catch(undefined),
  /** The last one of the page before. */
  after: position.optional().catch(undefined),
});

/** Which failed runs the list shows. */
export type DeadLetterView = z.output<typeof deadLetterView>;

type SearchParams = Record<string, string | string[] | undefined>;

/** What a list's address asks for; what cannot be meant is left out. */
export function readDeadLetterView(searchParams: SearchParams): DeadLetterView {
  const first = Object.entries(searchParams).map(([name, value]) => [name, [value].flat()[0]]);
  return deadLetterView.parse(Object.fromEntries(first));
}

/** The same for the store, whose times are UTC. */
export function toFilter({ status, since, until, ...filter }: DeadLetterView): DeadLetterFilter {
  return {
    ...filter,
    status: status === "all" ? undefined : status,
    since: since && utcOf(since),
    until: until && utcOf(until),
  };
}

/** The address of a list. */
export function deadLettersPath({ after, ...view }: Partial<DeadLetterView> = {}) {
  const query = new URLSearchParams();
  for (const name of ["status", "app", "workflow", "since", "until"] as const)
    if (view[name]) query.set(name, view[name]);
  if (after) query.set("after", `${after.failedAt}~${after.runId}`);
  return `/operations/dead-letters?${query}` as const;
}

/** The address of one of them. */
export function deadLetterPath({ runId }: Pick<DeadLetter, "runId">) {
  return `/operations/dead-letters/${encodeURIComponent(runId)}` as const;
}

export function isRunId(text: string): boolean {
  return identifier.safeParse(text).success;
}
