import { isPaced } from "../run/engine.ts";
import type { Finding, Seen, Snapshot, Stated } from "./snapshot.ts";

/** Nothing goes on for ever, and what failed for good is where somebody looks after it. */
export function lookAtRest({
  outbox,
  openRuns,
  letters,
  failedRuns,
}: Pick<Snapshot, "outbox" | "openRuns" | "letters" | "failedRuns">): Seen {
  const kept = new Set(letters.map(({ runId }) => runId));
  const findings: Finding[] = [
    ...outbox.map(
      ({ id, name }): Finding => ({ kind: "stuck", what: "outbox", id, says: `${name} was not taken` }),
    ),
    ...openRuns
      .filter((run) => !isPaced(run))
      .map(({ runId: id, functionId, at }): Finding => {
        return { kind: "stuck", what: "run", id, says: `${functionId} is at ${at}` };
      }),
    ...failedRuns
      .filter(({ runId }) => !kept.has(runId))
      .map(({ runId: id, functionId }): Finding => {
        return {
          kind: "lost",
          what: "dead letter",
          id,
          says: `${functionId} failed, and no dead letter says so`,
        };
      }),
  ];
  const stated = letters
    .filter(({ status }) => status === "open")
    .map(
      ({ runId: id, workflow, error }): Stated => ({ kind: "dead letter", what: workflow, id, says: error }),
    );
  const late = openRuns.filter(isPaced).map(({ runId: id, functionId, at }): Stated => {
    return { kind: "late", what: functionId, id, says: at };
  });
  return { findings, stated: [...stated, ...late] };
}
