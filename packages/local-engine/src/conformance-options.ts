import { parseCommandLine, toHttpUrl, UsageError } from "./command-line.ts";
import type { ConformanceOptions } from "./conformance/runner/run.ts";
import { parseDuration } from "./core/durations.ts";

export const conformanceUsage = `local-engine conformance <address> [options]

  Proves with the real SDK that the server at an address runs Inngest functions as Inngest does. Nothing else may use
  the server meanwhile. It needs vitest and inngest: npm install --save-dev vitest inngest

      --against <address>    prove a second server as well, and show both side by side
      --only <text>          only cases with this text in their name
      --patience <duration>  skip cases that wait longer than this (20s)
      --quiet <duration>     without a call for this long, the server counts as idle (1s)
      --json <file>          write what came out to a file
`;

const options = {
  against: { type: "string" },
  only: { type: "string" },
  patience: { type: "string", default: "20s" },
  quiet: { type: "string", default: "1s" },
  json: { type: "string" },
  help: { type: "boolean", short: "h", default: false },
} as const;

/**
 * Reads the arguments after `conformance`. Undefined when help is asked for.
 * @throws UsageError for an unknown option or value. `message` says which.
 */
export function readConformanceOptions(commandLine: readonly string[]): ConformanceOptions | undefined {
  const { values, positionals } = parseCommandLine(commandLine, options, conformanceUsage);
  if (values.help) return undefined;
  const [address, ...more] = positionals;
  if (address === undefined || more.length > 0) {
    throw new UsageError(
      `conformance takes one address such as http://127.0.0.1:8288, not ${positionals.length}.\n\n${conformanceUsage}`,
    );
  }
  return {
    addresses: [
      readAddress("the address", address),
      ...(values.against ? [readAddress("--against", values.against)] : []),
    ],
    ...(values.only ? { only: values.only } : {}),
    patience: readDuration("--patience", values.patience),
    quiet: readDuration("--quiet", values.quiet),
    ...(values.json ? { json: values.json } : {}),
  };
}

function readAddress(what: string, value: string): string {
  const url = toHttpUrl(value);
  if (url) return url.href.replace(/\/$/, "");
  throw new UsageError(`${what} is a server's, such as http://127.0.0.1:8288, not "${value}".`);
}

function readDuration(option: string, value: string): number {
  try {
    return parseDuration(value);
  } catch (error) {
    throw new UsageError(`${option}: ${error instanceof Error ? error.message : "not a duration"}`);
  }
}
