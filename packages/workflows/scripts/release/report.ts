import { type Acceptance, lineToAccept } from "./acceptances.ts";
import { type ReleasedFunction, strandedBy } from "./compare.ts";

/** A release's graph, as `packages/workflows/releases` keeps it. */
export interface Snapshot {
  release: string;
  functions: ReleasedFunction[];
}

export interface Outcome {
  lines: string[];
  refused: boolean;
}

/** Compares the workflows with the last release's, and says what strands its runs and is not accepted. */
export function report(
  last: Snapshot,
  now: readonly ReleasedFunction[],
  acceptances: readonly Acceptance[],
): Outcome {
  const problems = strandedBy(last.functions, now);
  const matches = (one: Acceptance, other: Pick<Acceptance, "subject" | "what">) =>
    one.subject === other.subject && one.what === other.what;
  const judged = problems.map((problem) => ({
    problem,
    accepted: acceptances.find((one) => matches(one, problem)),
  }));
  const open = judged.filter(({ accepted }) => !accepted).map(({ problem }) => problem);
  const idle = acceptances.filter((one) => !problems.some((problem) => matches(one, problem)));
  const lines = [
    `compared with ${last.release}: ${last.functions.length} workflows there, ${now.length} here`,
    ...judged.flatMap(({ problem, accepted }) =>
      accepted ? [`${problem.subject}: accepted as ${problem.what}: ${accepted.reason}`] : [],
    ),
    ...open.flatMap((problem) => [
      `PROBLEM ${problem.subject}: ${problem.message}.`,
      `  When it is meant, write into a changeset of @org/workflows: ${lineToAccept(problem)}`,
    ]),
    ...idle.map(
      ({ subject, what }) =>
        `PROBLEM a changeset accepts ${subject} ${what}, which did not happen: remove that line.`,
    ),
  ];
  const refused = open.length + idle.length > 0;
  return { lines: refused ? lines : [...lines, "No change strands runs under way unaccepted."], refused };
}
