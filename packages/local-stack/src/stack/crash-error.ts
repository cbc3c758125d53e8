import { describeExit, type Exit } from "../processes/managed-process.ts";

/** A part of the stack ended that should have gone on. */
export class CrashError extends Error {
  readonly part: string;
  /** What it wrote last. */
  readonly lines: string[];
  constructor(part: string, how: Exit | string, lines: string[]) {
    super(`${part} ended (${typeof how === "string" ? how : describeExit(how)}).`);
    this.name = "CrashError";
    this.part = part;
    this.lines = lines;
  }
}
