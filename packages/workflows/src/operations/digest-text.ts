import type { OpenDeadLetters } from "@org/stores/dead-letters/port";
import type { MeasuredTotal } from "@org/stores/measurements/port";
import type { OutboxState } from "@org/stores/outbox/port";
import type { Suppressions } from "@org/stores/suppressions/port";

/** What a week looked like, and what waits at its end. Words and numbers of ours, nothing of a person. */
export interface Week {
  measured: readonly MeasuredTotal[];
  letters: readonly OpenDeadLetters[];
  /** Messages of which nobody knows whether they arrived. */
  inDoubt: number;
  outbox: Pick<OutboxState, "pending" | "oldestPendingAge" | "failing" | "lost">;
  suppressed: Awaited<ReturnType<Suppressions["counts"]>>;
}

/** What is in the digest, the worst first; more would be read by nobody. */
const mostNamed = 5;
/** Milliseconds after which an event that waits is late: the relay takes seconds. */
const late = 60_000;

/** The digest's text: what failed and what waits, each with what to do about it; one line when that is nothing. */
export function digestText(week: Week, consoleUrl: string): string {
  const parts = troublesOf(week, consoleUrl);
  if (parts.length === 0) return "Nothing failed this week, and nothing waits for anybody.";
  return [...parts, ...slowest(week.measured, consoleUrl), ...suppressed(week.suppressed, consoleUrl)].join(
    "\n\n",
  );
}

function troublesOf({ measured, letters, inDoubt, outbox }: Week, consoleUrl: string): string[] {
  const open = letters.toSorted((one, other) => other.open - one.open);
  return [
    ...part(
      "Runs that failed",
      worst(measured, "run", ({ failed }) => failed).map(
        ({ name, owner, done, failed }) => `${name} (${owner}): ${failed} of ${done + failed}`,
      ),
      `Look at why: ${consoleUrl}/dead-letters?status=all`,
    ),
    ...part(
      "Vendors' failures",
      worst(measured, "call", ({ failed, limited }) => failed + limited).map(
        ({ name, owner, done, failed, limited }) =>
          `${name} (${owner}): ${failed} of ${done + failed + limited} calls failed, ${limited} over its limit`,
      ),
      `Where it is more than a few in a hundred, look at the vendor's status page; over a limit, ask it for more. ${consoleUrl}/workflows?span=week`,
    ),
    ...part(
      "Failed runs that nobody has settled",
      open.slice(0, mostNamed).map(({ workflow, app, open: count }) => `${workflow} (${app}): ${count}`),
      `When the cause is gone replay them, many at once: ${consoleUrl}/dead-letters/replay`,
    ),
    ...part(
      "Messages in doubt",
      inDoubt > 0 ? [`${inDoubt}, of which no vendor says whether they arrived`] : [],
      `Ask the vendor or the person, then settle each or send it again: ${consoleUrl}/messages-in-doubt`,
    ),
    ...part(
      "Events that do not get on",
      waitingEvents(outbox),
      `Look at why each waits: ${consoleUrl}#outbox`,
    ),
  ];
}

function waitingEvents({ pending, oldestPendingAge, failing, lost }: Week["outbox"]): string[] {
  return [
    ...(oldestPendingAge > late ? [`${pending} wait, the oldest for ${minutes(oldestPendingAge)}`] : []),
    ...(failing.length > 0 ? [`${failing.length} refused by the engine`] : []),
    ...(lost.length > 0 ? [`${lost.length} taken by the engine that started nothing`] : []),
  ];
}

function slowest(measured: Week["measured"], consoleUrl: string): string[] {
  return part(
    "Slowest steps, 99 in 100 of which took no longer",
    worst(measured, "step", ({ p99 = 0 }) => p99).map(
      ({ name, owner, p99 = 0 }) => `${name} (${owner}): ${(p99 / 1_000).toFixed(1)} s`,
    ),
    `Where one grew, look at the vendor it calls: ${consoleUrl}/workflows?span=week`,
  );
}

function suppressed(counts: Week["suppressed"], consoleUrl: string): string[] {
  return part(
    "Addresses that get nothing more",
    counts.map(({ channel, reason, count }) => `${channel}, ${reason}: ${count}`),
    `Where somebody asks for messages again, lift theirs: ${consoleUrl}/suppressed-addresses`,
  );
}

function part(title: string, lines: readonly string[], toDo: string): string[] {
  return lines.length === 0 ? [] : [[title, ...lines.map((line) => `- ${line}`), toDo].join("\n")];
}

function worst(
  measured: Week["measured"],
  kind: MeasuredTotal["kind"],
  by: (total: MeasuredTotal) => number,
): MeasuredTotal[] {
  return measured
    .filter((total) => total.kind === kind && by(total) > 0)
    .toSorted((one, other) => by(other) - by(one))
    .slice(0, mostNamed);
}

function minutes(milliseconds: number): string {
  const count = Math.round(milliseconds / 60_000);
  return count === 1 ? "1 minute" : `${count} minutes`;
}
