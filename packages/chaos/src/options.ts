import { parseArgs } from "node:util";
import * as z from "zod";

export const usage = `Usage: pnpm test:chaos --kills N --seed S [--json] [--keep] [--people N] [--drain SECONDS]
  --kills    how many processes are killed; about as many are frozen or cut off, or their vendors fail (default 20)
  --seed     a whole number that the plan of faults and acts is drawn from (default: a random one, which is printed)
  --people   how many act at one time (default 6)
  --drain    seconds that everything may take to come to rest afterwards (default 420)
  --json     prints the report as JSON
  --keep     keeps the folder of logs and states although nothing is wrong
`;

const wholeNumber = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d+$/, "a whole number")
    .transform(Number)
    .pipe(z.number().min(least, `at least ${least}`).max(most, `at most ${most}`));

const optionsSchema = z.strictObject({
  kills: wholeNumber(1, 100_000).default(20),
  seed: wholeNumber(0, 2 ** 32 - 1).optional(),
  people: wholeNumber(1, 50).default(6),
  drain: wholeNumber(10, 7_200).default(420),
  json: z.boolean().default(false),
  keep: z.boolean().default(false),
});

export type ChaosOptions = z.output<typeof optionsSchema> & { seed: number };

/** Reads a command line. @throws Error that says what is wrong with it. */
export function readOptions(parameters: readonly string[], randomSeed: () => number): ChaosOptions {
  const { values } = parseArgs({
    args: parameters.filter((parameter) => parameter !== "--"),
    options: {
      kills: { type: "string" },
      seed: { type: "string" },
      people: { type: "string" },
      drain: { type: "string" },
      json: { type: "boolean" },
      keep: { type: "boolean" },
    },
  });
  const read = optionsSchema.safeParse({ ...values });
  if (read.success) return { ...read.data, seed: read.data.seed ?? randomSeed() };
  const problems = read.error.issues.map(({ path, message }) => `--${path.join(".")}: ${message}`);
  throw new Error(problems.join("\n"));
}

/** The command that plays the same plan again. */
export function commandOf({ kills, seed, people, drain }: ChaosOptions): string {
  return `pnpm test:chaos --kills ${kills} --seed ${seed} --people ${people} --drain ${drain}`;
}
