import { readFileSync } from "node:fs";
import * as z from "zod";
import type { Node, Program } from "./program.ts";

/** A program that once differed. Its seed says where it came from; what is played is the program. */
export interface Regression {
  seed: number;
  /** What was wrong. */
  about: string;
  program: Program;
}

const failingFields = { times: z.int().min(1), how: z.enum(["error", "final", "after"]) };
const id = z.string().regex(/^[a-z][a-z0-9]*$/);
const event = z.string().regex(/^(e\d|stop)$/);
const seconds = z.int().min(1);

const nodeSchema: z.ZodType<Node> = z.lazy(() =>
  z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("run"), id, failing: z.strictObject(failingFields).optional() }),
    z.strictObject({ kind: z.literal("repeat"), id, times: z.int().min(1) }),
    z.strictObject({ kind: z.literal("sleep"), id, seconds }),
    z.strictObject({ kind: z.literal("wait"), id, event, seconds }),
    z.strictObject({ kind: z.literal("invoke"), id, child: z.int(), seconds: seconds.optional() }),
    z.strictObject({ kind: z.literal("send"), id, event }),
    z.strictObject({ kind: z.literal("throw"), message: z.string(), ...failingFields }),
    z.strictObject({ kind: z.literal("try"), body: z.array(nodeSchema) }),
    z.strictObject({
      kind: z.literal("group"),
      combine: z.enum(["all", "race"]),
      raceMode: z.boolean(),
      branches: z.array(z.array(nodeSchema)),
    }),
  ]),
);

const functionFields = {
  checkpointing: z.union([z.boolean(), z.strictObject({ bufferedSteps: z.int().min(1) })]),
  retries: z.int().min(0).max(2),
  optimizeParallelism: z.boolean(),
  body: z.array(nodeSchema),
};

const regressionsSchema: z.ZodType<Regression[]> = z.array(
  z.strictObject({
    seed: z.int(),
    about: z.string().min(1),
    program: z.strictObject({
      ...functionFields,
      children: z.array(z.strictObject(functionFields)),
      script: z.array(
        z.strictObject({
          at: z.int().min(0),
          does: z.union([z.literal("cancel"), z.strictObject({ event })]),
        }),
      ),
    }),
  }),
);

/** The programs that once differed, from `regressions.json` beside this file. */
export function readRegressions(): Regression[] {
  return parseRegressions(JSON.parse(readFileSync(new URL("regressions.json", import.meta.url), "utf8")));
}

/** @throws Error for what is no list of programs. */
export function parseRegressions(list: unknown): Regression[] {
  const parsed = regressionsSchema.safeParse(list);
  if (parsed.success) return parsed.data;
  throw new Error(`regressions.json holds something that is no program: ${z.prettifyError(parsed.error)}`);
}
