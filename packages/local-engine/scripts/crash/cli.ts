import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { parseArgs } from "node:util";

/** The tests that kill, cut and fill, in a measure: `test:crash --kills 1000 --seed 7`. */
const usage = "test:crash [--kills <number, 200>] [--seed <number, 1>]";

function wholeNumber(name: string, value: string): string {
  if (/^[1-9]\d*$/.test(value)) return value;
  process.stderr.write(`--${name} is a whole number of 1 or more, not "${value}".\n${usage}\n`);
  process.exit(2);
}

function readOptions() {
  try {
    const options = {
      kills: { type: "string", default: "200" },
      seed: { type: "string", default: "1" },
    } as const;
    return parseArgs({ args: process.argv.slice(2).filter((argument) => argument !== "--"), options }).values;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n${usage}\n`);
    process.exit(2);
  }
}

const { kills, seed } = readOptions();
const { status } = spawnSync(
  join(import.meta.dirname, "../../node_modules/.bin/vitest"),
  ["run", "src/crash.test.ts", "src/full-disk.test.ts", "src/store/damaged-state.test.ts"],
  {
    cwd: join(import.meta.dirname, "../.."),
    stdio: "inherit",
    env: {
      ...process.env,
      CRASH_KILLS: wholeNumber("kills", kills),
      CRASH_SEED: wholeNumber("seed", seed),
    },
  },
);
process.exit(status ?? 1);
