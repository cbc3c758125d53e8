import { globSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { InngestFunction } from "inngest";
import { ownRetriesOf, usualRetries } from "../../src/retry-policy.ts";
import { definitionNames } from "./definition-names.ts";
import { readsOf } from "./read-fields.ts";
import { readSource, type SourceStep } from "./read-source.ts";

/** One workflow as `functions.json` lists it. */
export interface FunctionNode {
  id: string;
  /** The Inngest app that serves it. */
  app: string;
  /** From the repository's root. */
  source: string;
  triggers: { event?: string; if?: string; cron?: string }[];
  /** Names of events that a step waits for. */
  waitsFor: string[];
  /** Names of events that its steps create. */
  emits: string[];
  /** Fields of each event that were read in the tests, and those in the options' expressions. */
  reads: Record<string, string[]>;
  retries: number;
  /** Why it does not have the default number of retries. */
  retriesReason?: string;
  steps: SourceStep[];
}

export interface App {
  /** The Inngest app id. */
  id: string;
  /** The folder under `src`. */
  folder: string;
  functions: InngestFunction.Any[];
}

const packageFolder = new URL("../../", import.meta.url);

/** Every workflow with its triggers, steps and events, sorted by app and id. */
export async function readFunctions(apps: App[]): Promise<FunctionNode[]> {
  const nodes = await Promise.all(apps.flatMap((app) => app.functions.map((fn) => readFunction(app, fn))));
  return nodes.toSorted((a, b) => a.app.localeCompare(b.app) || a.id.localeCompare(b.id));
}

async function readFunction({ id: app, folder }: App, fn: InngestFunction.Any): Promise<FunctionNode> {
  const { id, triggers } = fn.opts;
  const retries = ownRetriesOf(fn);
  const source = sourceOf(folder, id);
  const file = fileURLToPath(new URL(source, packageFolder));
  const { steps, creates, waitsFor } = readSource(file);
  const retriesReason = reasonOf(fn);
  if (retries !== usualRetries && !retriesReason)
    throw new Error(
      `Workflow ${id} has ${retries} retries without a reason: write ...retries(${retries}, "why") in ${source}.`,
    );
  return {
    id,
    app,
    source: `packages/workflows/${source}`,
    triggers: triggersOf(triggers),
    waitsFor: await definitionNames(waitsFor),
    emits: await definitionNames(creates),
    reads: readsOf(fn, await definitionNames(waitsFor)),
    retries,
    retriesReason,
    steps,
  };
}

/** What `retries(…)` of the retry policy puts beside the number. */
function reasonOf({ opts }: InngestFunction.Any): string | undefined {
  return "retriesReason" in opts ? String(opts.retriesReason) : undefined;
}

function sourceOf(folder: string, id: string): string {
  const pattern = `src/${folder}/**/${id}.{ts,tsx}`;
  const [source, other] = globSync(pattern, { cwd: fileURLToPath(packageFolder) });
  if (!source || other)
    throw new Error(`Workflow ${id} needs one file of its name: expected one ${pattern}.`);
  return source;
}

/** Only the fields that Inngest looks at; a definition has many more. */
function triggersOf(triggers: unknown): FunctionNode["triggers"] {
  const list: unknown[] = Array.isArray(triggers) ? triggers : [triggers];
  return list.map((trigger) => {
    const { event, if: condition, cron } = Object(trigger);
    return JSON.parse(JSON.stringify({ event, if: condition, cron }));
  });
}
