import { parseArgs } from "node:util";
import { discardReasons } from "@org/commands/operations/discard-reasons";

const options = { reason: { type: "string", default: "" } } as const;

/** What is to be discarded, and why. @returns undefined for a wrong command line */
export function readDiscard(parameters: readonly string[]): { subject: string; reason: string } | undefined {
  try {
    const { values, positionals } = parseArgs({ args: [...parameters], options, allowPositionals: true });
    const [subject, ...rest] = positionals;
    return subject === undefined || rest.length > 0 ? undefined : { subject, reason: values.reason };
  } catch {
    return undefined;
  }
}

/** What to say to somebody who gave no reason that there is. */
export const reasonsToChoose = `Say why with --reason: ${Object.keys(discardReasons).join(", ")}.`;

export function reasonInWords(reason: string): string {
  const words = new Map<string, string>(Object.entries(discardReasons)).get(reason) ?? reason;
  return words.charAt(0).toLowerCase() + words.slice(1);
}
