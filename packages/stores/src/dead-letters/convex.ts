import type { FunctionReturnType } from "convex/server";
import type { ConvexDeployment } from "../convex/deployment.ts";
import { functions } from "../convex/functions.ts";
import { impersonalEvents } from "./impersonal-events.ts";
import type { DeadLetter, DeadLetterEvent, DeadLetterFilter, DeadLetters } from "./port.ts";

/** After every position. */
const last = "~";

export function convexDeadLetters(deployment: ConvexDeployment): DeadLetters {
  const { query, mutation } = deployment.callsOf("dead-letters");
  const { deadLetters, deadLetterForgetting } = functions;
  return {
    record: ({ failedAt, nextReplayAt, events, ...letter }) =>
      mutation(deadLetters.record, {
        ...letter,
        events: JSON.stringify(events),
        nextReplayAt: nextReplayAt === undefined ? undefined : Date.parse(nextReplayAt),
        position: positionOf({ failedAt, runId: letter.runId }),
      }),

    async get(runId) {
      const found = await query(deadLetters.get, { runId });
      return found === null ? undefined : deadLetter(found);
    },

    async list({ after, since, until, limit = 50, ...filter } = {}) {
      const listed: DeadLetter[] = [];
      const from = since === undefined ? undefined : timeOf(since);
      for (let before: string | null = startOf({ after, until }); before !== null; ) {
        const page: ListedPage = await query(deadLetters.list, {
          filter,
          from,
          before,
          limit: limit - listed.length,
        });
        listed.push(...page.letters.map(deadLetter));
        before = page.next;
      }
      return listed;
    },

    async openByWorkflow() {
      const rows = await query(deadLetters.openByWorkflow, {});
      return rows
        .map(({ position, ...row }) => ({ ...row, latestFailedAt: failedAtOf(position) }))
        .toSorted(
          (a, b) =>
            compared(b.latestFailedAt, a.latestFailedAt) ||
            compared(a.app, b.app) ||
            compared(a.workflow, b.workflow),
        );
    },

    async count({ app, workflow, since }) {
      let sum = 0;
      let page: CountedPage = { failed: 0, next: timeOf(since) };
      for (let after = false; page.next !== null; after = true) {
        page = await query(deadLetters.count, { app, workflow, from: page.next, after });
        sum += page.failed;
      }
      return sum;
    },

    markReplayed: (runId, replayRunId) => mutation(deadLetters.markReplayed, { runId, replayRunId }),
    discard: (runId) => mutation(deadLetters.discard, { runId }),
    reopen: (runId, replayRunId) => mutation(deadLetters.reopen, { runId, replayRunId }),

    async forget(userId, { app, theirs = [] } = {}) {
      const about = { ids: [userId, ...theirs], impersonal: [...impersonalEvents], app };
      let sum = 0;
      for (let after: string | null = ""; after !== null; ) {
        const page: ForgottenPage = await mutation(deadLetterForgetting.forget, { ...about, after });
        sum += page.changed;
        after = page.next;
      }
      return sum;
    },
  };
}

type ListedPage = FunctionReturnType<typeof functions.deadLetters.list>;
type CountedPage = FunctionReturnType<typeof functions.deadLetters.count>;
type ForgottenPage = FunctionReturnType<typeof functions.deadLetterForgetting.forget>;

/** Before every position of its time. ISO 8601 in UTC has one length, so that these are ordered as the times are. */
function timeOf(at: string): string {
  return new Date(at).toISOString();
}

/** Ordered by time, then by run. */
function positionOf({ failedAt, runId }: Pick<DeadLetter, "failedAt" | "runId">): string {
  return `${timeOf(failedAt)} ${runId}`;
}

/** Before which a list begins. */
function startOf({ after, until }: Pick<DeadLetterFilter, "after" | "until">): string {
  const ends = [after && positionOf(after), until === undefined ? undefined : timeOf(until)];
  return ends.reduce<string>((earliest, end) => (end !== undefined && end < earliest ? end : earliest), last);
}

function failedAtOf(position: string): string {
  return position.slice(0, position.indexOf(" "));
}

function compared(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

export function deadLetter(stored: ListedPage["letters"][number]): DeadLetter {
  const { position, events, nextReplayAt, settledAt, attempts, replayOf, replayRunId, ...letter } = stored;
  return {
    ...letter,
    events: recorded(events),
    failedAt: failedAtOf(position),
    nextReplayAt: isoOf(nextReplayAt),
    settledAt: isoOf(settledAt),
    attempts,
    replayOf,
    replayRunId,
  };
}

function isoOf(milliseconds: number | undefined): string | undefined {
  return milliseconds === undefined ? undefined : new Date(milliseconds).toISOString();
}

/** Holds what `record` wrote, and nothing else writes it. */
function recorded(events: string): DeadLetterEvent[] {
  return JSON.parse(events);
}
