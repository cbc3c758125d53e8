/** A part of the stack ended that should have gone on, or did not come up. */
export class CrashError extends Error {
  static isInstance(value: unknown): value is CrashError {
    return value instanceof CrashError;
  }

  readonly part: string;
  /** What it wrote last. */
  readonly lines: string[];
  /** `how` completes the sentence that begins with the part's name. */
  constructor(part: string, how: string, lines: string[]) {
    super(`${part} ${how}.`);
    this.name = "CrashError";
    this.part = part;
    this.lines = lines;
  }
}
