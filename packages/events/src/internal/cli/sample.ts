import { type Command, InvalidArgumentError } from "commander";
import { findEvent } from "./catalogues.ts";
import type { CliContext } from "./context.ts";

interface SampleOptions {
  count: number;
  seed: number;
  json?: boolean;
}

export function addSampleCommand(program: Command, context: CliContext): void {
  program
    .command("sample <event>")
    .description("made-up events that are valid, one per line; the same seed gives the same events")
    .option("--count <n>", "how many, up to 10000", wholeNumber(1, 10_000), 1)
    .option("--seed <n>", "any whole number", wholeNumber(-(2 ** 31), 2 ** 31 - 1), 1)
    .option("--json", "print one JSON array")
    .action(async (event: string, options: SampleOptions) => {
      // Seconds and most of the memory of a start, which no other command needs.
      const { sampleValues } = await import("../schemas/sample.ts");
      const { definition } = findEvent(context, event);
      const events = sampleValues(definition.schema, options).map((data) => definition.create(Object(data)));
      const lines = events.map((sample) => JSON.stringify(sample)).join("\n");
      context.print(options.json ? JSON.stringify(events, null, 2) : lines);
    });
}

function wholeNumber(minimum: number, maximum: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (Number.isInteger(value) && value >= minimum && value <= maximum) return value;
    throw new InvalidArgumentError(`Expected a whole number from ${minimum} to ${maximum}.`);
  };
}
