import { createHash } from "node:crypto";
import { count } from "@org/commands/words";
import * as z from "zod";
import { type Ask, type Asked, afterwards, copiesOf, list, type Window, whenSent } from "./copies.ts";

export interface EngineStep {
  id: string;
  name: string;
  op: string;
  status: string;
  attempts: number;
  /** ISO 8601, UTC. */
  startedAt: string;
  endedAt?: string | undefined;
  /** The engine's ids of the events that it sent. */
  sent: readonly string[];
  /** The run that it began and waited for, where the engine tells it. */
  invoked?: EngineRun | undefined;
  /** What it gave, personal data and all. */
  result: unknown;
}

export interface EngineRun {
  runId: string;
  /** As the engine names it: the app's id, a hyphen and the workflow's. */
  functionId: string;
  status: string;
  startedAt: string;
  endedAt?: string | undefined;
  output: unknown;
  /** Absent where the engine does not tell them. */
  steps?: EngineStep[] | undefined;
}

/** What the engine has of an event. */
export interface EngineEvent {
  /** Its own id of it. */
  internalId: string;
  runs: EngineRun[];
}

export interface EngineAnswer {
  /** By our ids. */
  events: ReadonlyMap<string, EngineEvent>;
  /** Why there is nothing, or too little; a sentence. */
  mistake?: string;
}

export interface EngineOptions {
  /** Of the engine's API. */
  url: string;
  signingKey?: string | undefined;
  /** The ids of our apps, which begin the names of their functions. */
  apps: readonly string[];
  /** Milliseconds for all of it; default 5,000: somebody waits. */
  patience?: number;
}

const runSchema = z.object({
  run_id: z.string(),
  function_id: z.string(),
  status: z.string(),
  run_started_at: z.string(),
  ended_at: z.string().nullish(),
  output: z.unknown(),
});
const sentSchema = z.object({ data: z.object({ ids: z.array(z.string()) }) });
const stepSchema = z.object({
  id: z.string(),
  name: z.string().nullish(),
  display_name: z.string().nullish(),
  op: z.string(),
  status: z.string(),
  attempts: z.number().catch(1),
  started_at: z.string(),
  ended_at: z.string().nullish(),
  invoked_run_id: z.string().nullish(),
  result: z.unknown(),
});
const detailSchema = z.object({ data: runSchema.extend({ steps: z.array(stepSchema).optional() }) });
const functionsSchema = z.array(z.object({ id: z.string(), slug: z.string().nullish() }));

const atOnce = 6;

/** What the engine has of events, by its REST API, which Inngest and the local engine share. It does not throw. */
export async function askEngine(events: readonly Asked[], options: EngineOptions): Promise<EngineAnswer> {
  const found = new Map<string, EngineEvent>();
  const ask = asking(options);
  const names = namesOf(ask, options.apps);
  const cut = new Set<string>();
  /** Looks for some of the copies of each event. */
  const lookFor = (some: readonly Asked[], windowsOf: (event: Asked) => Window[]) =>
    inTurns(some, async (event) => {
      const copies = await copiesOf(ask, event, windowsOf(event));
      if (copies.isCut) cut.add(event.id);
      const engineEvent = await eventOf(ask, copies.internalIds, names);
      // Of copies that started nothing the first is the event.
      if (engineEvent && (engineEvent.runs.length > 0 || !found.has(event.id)))
        found.set(event.id, engineEvent);
    });
  try {
    const accepted = events.filter(({ acceptedAt }) => acceptedAt !== undefined);
    await lookFor(accepted, whenSent);
    // Last, because most of these started nothing and somebody waits.
    const silent = accepted.filter(({ id }) => (found.get(id)?.runs.length ?? 0) === 0);
    await lookFor(silent, afterwards);
  } catch (error) {
    const because = error instanceof EngineSilence ? error.message : "gave an answer that cannot be read";
    return { events: found, mistake: `The engine ${because}.` };
  }
  const missing = [...cut].filter((id) => !found.has(id)).length;
  if (missing === 0) return { events: found };
  return {
    events: found,
    mistake: `${count(missing, "event")} could not be found in the engine, which lists too many of the same name.`,
  };
}

async function inTurns<Item>(items: readonly Item[], act: (item: Item) => Promise<void>): Promise<void> {
  for (let from = 0; from < items.length; from += atOnce)
    await Promise.all(items.slice(from, from + atOnce).map(act));
}

/** What the engine did instead of answering, as the end of a sentence that begins with it. */
class EngineSilence extends Error {}

function asking({ url, signingKey, patience = 5_000 }: EngineOptions): Ask {
  const headers = new Headers(
    signingKey === undefined ? {} : { authorization: `Bearer ${hashed(signingKey)}` },
  );
  const signal = AbortSignal.timeout(patience);
  return async (path, schema) => {
    const response = await fetch(`${url}${path}`, { headers, signal }).catch(() => {
      throw new EngineSilence(signal.aborted ? "did not answer in time" : "cannot be reached");
    });
    if (response.status === 404) return undefined;
    if (response.status === 401) throw new EngineSilence("does not take this app’s INNGEST_SIGNING_KEY");
    if (!response.ok) throw new EngineSilence(`answered ${response.status}`);
    return schema.parse(await response.json());
  };
}

async function eventOf(
  ask: Ask,
  internalIds: readonly string[],
  names: NameOf,
): Promise<EngineEvent | undefined> {
  const each = await Promise.all(
    internalIds.map(async (internalId) => ({ internalId, runs: await runsOf(ask, internalId, names) })),
  );
  const runs = each.flatMap((event) => event.runs);
  const first = each.findLast((event) => event.runs.length > 0) ?? each.at(-1);
  return first && { internalId: first.internalId, runs };
}

async function runsOf(ask: Ask, internalId: string, names: NameOf): Promise<EngineRun[]> {
  const runs = await ask(`/v1/events/${encodeURIComponent(internalId)}/runs`, list(runSchema));
  return Promise.all((runs?.data ?? []).map((run) => runOf(ask, run, names)));
}

type ToldRun = z.infer<typeof runSchema>;

/** @param depth how many runs have invoked each other on the way to this one; further than three nobody looks */
async function runOf(ask: Ask, run: ToldRun, names: NameOf, depth = 0): Promise<EngineRun> {
  const detail = await detailOf(ask, run.run_id);
  const { function_id: functionId, ...known } = detail ?? run;
  const invokedBy = async ({ invoked_run_id: id }: ToldStep) => {
    const invoked = id && depth < 3 ? await detailOf(ask, id) : undefined;
    return invoked && runOf(ask, invoked, names, depth + 1);
  };
  return {
    runId: known.run_id,
    functionId: await names(functionId),
    status: known.status,
    startedAt: known.run_started_at,
    endedAt: known.ended_at ?? undefined,
    output: known.output,
    steps:
      detail?.steps &&
      (await Promise.all(detail.steps.map(async (step) => toStep(step, await invokedBy(step))))),
  };
}

async function detailOf(ask: Ask, runId: string) {
  return (await ask(`/v1/runs/${encodeURIComponent(runId)}`, detailSchema))?.data;
}

type ToldStep = z.infer<typeof stepSchema>;

function toStep(
  { started_at, ended_at, name, display_name, invoked_run_id, result, ...step }: ToldStep,
  invoked: EngineRun | undefined,
): EngineStep {
  return {
    ...step,
    name: display_name ?? name ?? step.op,
    startedAt: started_at,
    endedAt: ended_at ?? undefined,
    sent: sentSchema.safeParse(result).data?.data.ids ?? [],
    ...(invoked && { invoked }),
    result,
  };
}

type NameOf = (functionId: string) => Promise<string>;

/** Inngest tells of runs by ids of its own, which the lists of functions explain. */
function namesOf(ask: Ask, apps: readonly string[]): NameOf {
  let names: Promise<Map<string, string>> | undefined;
  const isName = (id: string) => apps.some((app) => id.startsWith(`${app}-`));
  const readAll = async () => {
    const lists = await Promise.all(
      apps.map((app) => ask(`/v1/apps/${encodeURIComponent(app)}/functions`, functionsSchema)),
    );
    return new Map(lists.flatMap((all) => (all ?? []).map(({ id, slug }) => [id, slug ?? id] as const)));
  };
  return async (id) => {
    if (isName(id)) return id;
    names ??= readAll();
    return (await names).get(id) ?? id;
  };
}

/** As the SDK sends it: the digits as bytes, hashed, behind the prefix. */
function hashed(signingKey: string): string {
  const [prefix = ""] = /^signkey-\w+-/.exec(signingKey) ?? [];
  const digits = Buffer.from(signingKey.slice(prefix.length), "hex");
  return `${prefix}${createHash("sha256").update(digits).digest("hex")}`;
}
