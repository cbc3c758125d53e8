import { runCli } from "../cli-run.ts";
import type { Change, Store } from "../core/store.ts";
import type { DevServerOptions } from "../dev-server.ts";
import { type OpenState, openState } from "../store/sqlite-open.ts";
import { storeOn } from "../store/sqlite-store.ts";

/**
 * `local-engine` that ends itself, as the kernel would, at a chosen point of its work. Not part of the package.
 * Arguments: the point, the number of times that it is passed before, and the engine's own command line.
 */
const killPoints = [
  /** An answer was read, and nothing of it is written. */
  "before-commit",
  /** Some rows of a commit are written. */
  "inside-commit",
  /** A commit is written and nothing is acknowledged. */
  "after-commit",
  /** Some of what is dropped is gone. */
  "inside-prune",
] as const;
type KillPoint = (typeof killPoints)[number];

function createKill(point: KillPoint, passes: number) {
  let left = passes;
  return (passed: string): void => {
    if (passed === point && left-- <= 0) process.kill(process.pid, "SIGKILL");
  };
}

/** An answer takes away the job whose call it answers. */
const holdsAnswer = (changes: readonly Change[]) =>
  changes.some((change) => change.table === "jobs" && change.row === undefined);

function storeThatKills(state: OpenState, pass: (point: string) => void): Store {
  const { database } = state;
  database.function("pass", (point) => {
    pass(String(point));
    return null;
  });
  database.exec(`
    CREATE TEMP TRIGGER inside_commit AFTER INSERT ON main.steps BEGIN SELECT pass('inside-commit'); END;
    CREATE TEMP TRIGGER inside_prune AFTER DELETE ON main.runs BEGIN SELECT pass('inside-prune'); END;
  `);
  const store = storeOn(state);
  return {
    ...store,
    commit(changes) {
      if (holdsAnswer(changes)) pass("before-commit");
      store.commit(changes);
      pass("after-commit");
    },
  };
}

const [point = "", passes = "", ...commandLine] = process.argv.slice(2);

function adjust(options: DevServerOptions): DevServerOptions {
  const { state } = openState(options.stateFolder ?? "", "refuse");
  const known = killPoints.find((name) => name === point);
  if (!known) throw new Error(`"${point}" is none of ${killPoints.join(", ")}`);
  return {
    ...options,
    store: storeThatKills(state, createKill(known, Number(passes))),
    retention: { maxRuns: 60, maxEvents: 120, maxAge: 86_400_000 },
  };
}

await runCli(commandLine, adjust);
