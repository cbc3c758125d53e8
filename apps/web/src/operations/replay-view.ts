import { identifier } from "@org/commands/operations/run-request";
import * as z from "zod";
import { indiaTime, utcOf } from "./india-time.ts";

const optionalText = (text: z.ZodType<string>) => text.optional().catch(undefined);

const replayView = z.object({
  app: optionalText(identifier),
  workflow: optionalText(identifier),
  /** A part of the error's message. */
  error: optionalText(z.string().min(1).max(200)),
  since: optionalText(indiaTime),
});

/** Which failed runs are to be replayed together. */
export type ReplayView = z.output<typeof replayView>;

/** What an address or a form asks for; what cannot be meant is left out. */
export function readReplayView(given: Record<string, string | string[] | undefined>): ReplayView {
  const first = Object.entries(given).map(([name, value]) => [name, [value].flat()[0] || undefined]);
  const entries: Record<string, string | undefined> = Object.fromEntries(first);
  // A choice names both; a link each of its own.
  const [app, workflow] = entries.of?.split("/") ?? [];
  return replayView.parse({ ...entries, ...(app && { app }), ...(workflow && { workflow }) });
}

/** The same for the command, whose times are UTC. */
export function requestOf({ since, ...view }: ReplayView) {
  const from = since && utcOf(since);
  return { ...view, ...(from && { since: from }) };
}

/** The page that says what a replay would do. @param done what was asked of the worker just now */
export function replayPath(view: Partial<ReplayView>, done?: { asked: number; more: boolean }) {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(view)) if (value !== undefined) query.set(name, value);
  if (done) query.set("asked", String(done.asked));
  if (done?.more) query.set("more", "yes");
  return `/operations/dead-letters/replay?${query}` as const;
}
