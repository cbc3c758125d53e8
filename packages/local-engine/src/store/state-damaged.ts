import { brandErrors, hasBrand } from "../core/brand.ts";

/**
 * What to do with a stored state that cannot be used as it is: refuse to start, begin anew and keep it aside, or go on
 * although acknowledged writes are missing, with a copy kept aside.
 */
export const damagedStateChoices = ["refuse", "discard", "accept-loss"] as const;
export type DamagedState = (typeof damagedStateChoices)[number];

/** The stored state cannot be used. Nothing in its folder was changed; `message` says what is wrong and what to do. */
export class StateDamagedError extends Error {
  static {
    brandErrors(StateDamagedError.prototype, "StateDamagedError");
  }
  static isInstance(value: unknown): value is StateDamagedError {
    return hasBrand(value, "StateDamagedError");
  }
  override readonly name = "StateDamagedError";
  /** Only acknowledged writes are missing: what is left can be used. */
  readonly lossOnly: boolean;
  constructor(message: string, { lossOnly = false, cause }: { lossOnly?: boolean; cause?: unknown } = {}) {
    super(message, { cause });
    this.lossOnly = lossOnly;
  }
}

const anew =
  'To begin anew, start with --damaged-state discard (in a program: damagedState: "discard"): the files are kept aside.';

export function unreadable(path: string, reason: string, cause?: unknown): StateDamagedError {
  const message = `the state in ${path} cannot be read: ${reason.replaceAll("\n", " ")}. Nothing was changed. Put an intact copy of the folder back. ${anew}`;
  return new StateDamagedError(message, { cause });
}

export function fromNewerVersion(path: string, version: number, known: number): StateDamagedError {
  return new StateDamagedError(
    `the state in ${path} was written by a newer engine (its tables have version ${version}, this engine knows ${known}). ` +
      `Nothing was changed. Use that engine's version. ${anew}`,
  );
}

export function fromOlderVersion(path: string, version: number, known: number): StateDamagedError {
  return new StateDamagedError(
    `the state in ${path} was written by an older engine (its tables have version ${version}, this engine needs ${known}). ` +
      `Nothing was changed. Finish its runs with that engine's version. ${anew}`,
  );
}

export function writesMissing(path: string, found: number, acknowledged: number): StateDamagedError {
  return new StateDamagedError(
    `the state in ${path} lacks the last ${acknowledged - found} of ${acknowledged} acknowledged writes: the file or its -wal ` +
      "was cut, damaged, removed or replaced by an older copy, or the machine lost power. Nothing was changed. Put an " +
      "intact copy of the folder back, or go on with what is left: --damaged-state accept-loss (in a program: " +
      `damagedState: "accept-loss") keeps a copy aside and does so. ${anew}`,
    { lossOnly: true },
  );
}
