import { hasBrand } from "../brand.ts";
import type { EventCatalogue } from "../catalogue.ts";
import type { Home } from "../release/home.ts";

/** What a command may use of the world, so that tests can stand in for it. */
export interface CliContext {
  catalogues: readonly EventCatalogue[];
  /** The package that they are of. */
  home: Home;
  /** Prints a line to standard output. */
  print(line: string): void;
  /** Prints a line to standard error. */
  complain(line: string): void;
  /** The lines of standard input, as they come. */
  readInput(): AsyncIterable<string>;
  env: Readonly<Record<string, string | undefined>>;
  fetch: typeof fetch;
  now(): Date;
  /** Folder that relative paths start from. */
  folder: string;
}

/** Documented in `--help`; scripts rely on them. */
export const exitCodes = {
  ok: 0,
  /** The answer is no: an invalid event, an incompatible contract. */
  refused: 1,
  /** The command line is wrong: an unknown event, option or file. */
  usage: 2,
  /** The engine could not be reached, or did not accept the event. */
  engine: 3,
  /** What it prints could not be written, as on a full disk. */
  output: 4,
} as const;

const commandError = Symbol.for("@org/events/CommandError");

/** Ends a command with a message on standard error. */
export class CommandError extends Error {
  static isInstance(value: unknown): value is CommandError {
    return hasBrand(value, commandError);
  }

  override readonly name = "CommandError";
  readonly exitCode: number;

  constructor(message: string, exitCode: number = exitCodes.usage) {
    super(message);
    this.exitCode = exitCode;
  }

  get [commandError](): true {
    return true;
  }
}
