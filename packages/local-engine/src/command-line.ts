import { type ParseArgsConfig, parseArgs } from "node:util";
import { brandErrors, hasBrand } from "./core/brand.ts";

/** The command line is not understood. `message` says what is wrong and lists the options. */
export class UsageError extends Error {
  static {
    brandErrors(UsageError.prototype, "UsageError");
  }
  static isInstance(value: unknown): value is UsageError {
    return hasBrand(value, "UsageError");
  }
  override readonly name = "UsageError";
}

/** @throws UsageError with the usage for an unknown option. */
export function parseCommandLine<const Options extends NonNullable<ParseArgsConfig["options"]>>(
  commandLine: readonly string[],
  options: Options,
  usage: string,
) {
  try {
    return parseArgs({ args: [...commandLine], allowPositionals: true, options });
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
  }
}

export function toHttpUrl(value: string): URL | undefined {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  return url?.protocol === "http:" || url?.protocol === "https:" ? url : undefined;
}
