import { parseArgs } from "node:util";
import type { FaultLevel } from "./history/draw-faults.ts";

export const help = `Plays MohallaMart and 10 Ocean for days on a virtual clock, with Postgres and the vendors' emulators, and checks
every night what must hold. One seed, one result: the last line of a play is the digest of the world it ended in.

  pnpm simulate [--days 90] [--seed 1] [--seeds 1] [--customers 200] [--faults all] [--no-shrink] [--json]

--days       how many days; default 90
--seed       what everything is drawn from, a whole number; default 1
--seeds      how many plays, with this seed and those after it; default 1
--customers  of MohallaMart, at least 10; the shops and the house grow with them: 200 have 10 shops and 150 residents
--faults     none, some, or all: every kind, every day; default all
--no-shrink  a failing history is not made shorter
--json       prints one JSON object a play instead of text
`;

export interface SimulateOptions {
  days: number;
  seed: number;
  seeds: number;
  customers: number;
  faults: FaultLevel;
  shrink: boolean;
  json: boolean;
}

/** What somebody typed that cannot be understood; the message says what is possible. */
export class OptionsError extends Error {
  static isInstance(value: unknown): value is OptionsError {
    return value instanceof OptionsError;
  }
  override readonly name = "OptionsError";
}

/** @returns undefined when help is asked for. @throws OptionsError */
export function readOptions(line: readonly string[]): SimulateOptions | undefined {
  const values = parsed(line);
  if (values.help) return undefined;
  return {
    days: wholeNumber("days", values.days, 1, 400),
    seed: wholeNumber("seed", values.seed, 0, 2_147_483_647),
    seeds: wholeNumber("seeds", values.seeds, 1, 10_000),
    customers: wholeNumber("customers", values.customers, 10, 999),
    faults: faultLevel(values.faults),
    shrink: !values["no-shrink"],
    json: values.json,
  };
}

function parsed(line: readonly string[]) {
  try {
    return parseArgs({
      // `pnpm simulate -- --days 7` hands the two dashes on.
      args: line.filter((word) => word !== "--"),
      options: {
        days: { type: "string", default: "90" },
        seed: { type: "string", default: "1" },
        seeds: { type: "string", default: "1" },
        customers: { type: "string", default: "200" },
        faults: { type: "string", default: "all" },
        "no-shrink": { type: "boolean", default: false },
        json: { type: "boolean", default: false },
        help: { type: "boolean", default: false },
      },
    }).values;
  } catch (error) {
    throw new OptionsError(error instanceof Error ? error.message : String(error));
  }
}

function wholeNumber(name: string, text: string, least: number, most: number): number {
  const number = Number(text);
  if (/^\d+$/.test(text) && number >= least && number <= most) return number;
  throw new OptionsError(`--${name} is a whole number from ${least} to ${most}, not "${text}".`);
}

function faultLevel(text: string): FaultLevel {
  if (text === "none" || text === "some" || text === "all") return text;
  throw new OptionsError(`--faults is none, some or all, not "${text}".`);
}
