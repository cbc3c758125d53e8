import * as z from "zod";
import { finishedStatuses, type StepStatus } from "../core/records.ts";
import type { BenchEngine, BenchRun, BenchStep } from "./bench.ts";
import type { ServedApp } from "./served-app.ts";

const errorSchema = z.looseObject({ name: z.string(), message: z.string(), stack: z.string().optional() });

const envelopeSchema = z.object({ data: z.unknown() });

const eventSchema = z.object({
  internal_id: z.string(),
  id: z.string().nullish(),
  name: z.string(),
  data: z.unknown(),
});

const stepSchema = z.object({
  id: z.string(),
  name: z.string(),
  op: z.string(),
  status: z.custom<StepStatus>((value) => typeof value === "string"),
  attempts: z.array(z.unknown()),
  result: z.unknown(),
});

const runSchema = z.object({
  run_id: z.string(),
  function_id: z.string(),
  // Inngest's own server calls a run that has not begun scheduled.
  status: z
    .enum(["Queued", "Scheduled", "Running", "Completed", "Failed", "Cancelled"])
    .transform((status) => (status === "Scheduled" ? "Queued" : status)),
  output: z.unknown(),
  steps: z.array(stepSchema).optional(),
});

type RestEvent = z.infer<typeof eventSchema>;
type RestRun = z.infer<typeof runSchema>;

export type RestClient = Pick<BenchEngine, "send" | "cancelRun" | "cancelRuns"> & {
  runs(): Promise<BenchRun[]>;
  events(name: string): Promise<{ id: string; name: string; data: unknown }[]>;
};

export interface RestClientOptions {
  url: string;
  /** Whether `GET /v1/runs/:id` tells the run's steps. */
  readsSteps: boolean;
  /** What the app saw of its runs. */
  app: Pick<ServedApp, "functionOf" | "calledRuns">;
}

const pageSize = 100;

/** Inngest's REST API, of which only what happens from now on is looked at. */
export async function createRestClient({ url, readsSteps, app }: RestClientOptions): Promise<RestClient> {
  const [newest] = await page("?limit=1");
  const start = newest?.internal_id ?? "";
  /** What has ended stays as it is. */
  const ended = new Map<string, BenchRun>();

  async function ask(path: string, init?: RequestInit): Promise<{ status: number; body: unknown }> {
    const response = await fetch(url + path, init).catch((cause: unknown) => {
      throw new Error(`no engine answers at ${url}. Start it, or name its address.`, { cause });
    });
    const text = await response.text();
    return { status: response.status, body: text === "" ? undefined : JSON.parse(text) };
  }

  async function read<Schema extends z.ZodType>(path: string, schema: Schema): Promise<z.infer<Schema>> {
    const { status, body } = await ask(path);
    const parsed = schema.safeParse(envelopeSchema.safeParse(body).data?.data);
    if (parsed.success) return parsed.data;
    throw new Error(
      `${url}${path} answered ${status}, not as Inngest does: ${z.prettifyError(parsed.error)}`,
    );
  }

  function page(query: string): Promise<RestEvent[]> {
    return read(`/v1/events${query}`, z.array(eventSchema));
  }

  /** Newest first. */
  async function eventsSinceStart(name?: string): Promise<RestEvent[]> {
    const found: RestEvent[] = [];
    for (;;) {
      const cursor = found.at(-1)?.internal_id;
      const query = new URLSearchParams({
        limit: String(pageSize),
        ...(name ? { name } : {}),
        ...(cursor ? { cursor } : {}),
      });
      const rows = await page(`?${query}`);
      const fresh = rows.filter((event) => event.internal_id > start);
      found.push(...fresh);
      if (fresh.length < pageSize) return found;
    }
  }

  async function runs(): Promise<BenchRun[]> {
    const found = new Map<string, RestRun>();
    for (const { internal_id: id } of await eventsSinceStart()) {
      for (const run of await read(`/v1/events/${id}/runs`, z.array(runSchema))) found.set(run.run_id, run);
    }
    const ids = [...new Set([...found.keys(), ...app.calledRuns()])].sort();
    return Promise.all(ids.map((id) => describeRun(id, found.get(id))));
  }

  async function describeRun(id: string, listed: RestRun | undefined): Promise<BenchRun> {
    const known = ended.get(id);
    if (known) return known;
    const run = listed && !readsSteps ? listed : await read(`/v1/runs/${id}`, runSchema);
    if (readsSteps && !run.steps) {
      throw new Error(`${url}/v1/runs/${id} tells no \`steps\`; say so with \`without: ["steps"]\`.`);
    }
    const described = toBenchRun(run, app.functionOf(id) ?? run.function_id);
    if (finishedStatuses.has(run.status)) ended.set(id, described);
    return described;
  }

  return {
    runs,
    async send(events) {
      const { status, body } = await ask("/e/conformance", { method: "POST", body: JSON.stringify(events) });
      const parsed = z.object({ ids: z.array(z.string()) }).safeParse(body);
      if (parsed.success) return parsed.data.ids;
      throw new Error(`${url} refused the events with ${status}: ${JSON.stringify(body)}`);
    },
    events: async (name) =>
      (await eventsSinceStart(name))
        .reverse()
        .map((event) => ({ id: event.internal_id, name: event.name, data: event.data })),
    cancelRun: async (runId) => (await ask(`/v1/runs/${runId}`, { method: "DELETE" })).status < 300,
    async cancelRuns(selection) {
      const body = {
        app_id: "app",
        function_id: selection.functionId,
        started_before: farAway,
        if: selection.if,
      };
      const answer = await ask("/v1/cancellations", { method: "POST", body: JSON.stringify(body) });
      return z.object({ data: z.object({ cancelled: z.number() }) }).safeParse(answer.body).data?.data
        .cancelled;
    },
  };
}

/** Later than every run, on whatever clock. */
const farAway = "2099-01-01T00:00:00Z";

function toBenchRun(run: RestRun, functionId: string): BenchRun {
  const error = run.status === "Completed" ? undefined : errorSchema.safeParse(run.output).data;
  return {
    id: run.run_id,
    functionId,
    status: run.status,
    output: run.status === "Completed" ? run.output : undefined,
    error,
    steps: (run.steps ?? []).map(toBenchStep),
  };
}

function toBenchStep({ id, name, op, status, attempts, result }: z.infer<typeof stepSchema>): BenchStep {
  const memo = z
    .looseObject({ data: z.unknown(), error: errorSchema.optional().catch(undefined) })
    .safeParse(result);
  const isEnvelope = memo.success && op !== "WaitForEvent";
  return {
    id: name,
    hash: id,
    op,
    status,
    output: isEnvelope ? memo.data.data : result,
    error: isEnvelope ? memo.data.error : undefined,
    attempts: attempts.length,
  };
}
