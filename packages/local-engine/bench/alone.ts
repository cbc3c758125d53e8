import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createEngine, createSqliteStore, createVirtualClock, type Transport } from "../dist/index.js";
import { readRegistration } from "../dist/protocol/registration.js";

const url = "http://app.test/";

interface Body {
  event: { name: string; data: { steps?: number } };
  steps: Record<string, unknown>;
}

const operation = (op: string, id: string) => ({
  id,
  op,
  name: id,
  displayName: id,
  ...(op === "StepRun" ? { data: "x".repeat(200) } : {}),
});

/** What an app would answer at once: all steps planned, the next step run, the step asked for, or the end. */
function answerTo(stepId: string | null, { event, steps }: Body): object[] | undefined {
  const wanted = event.data.steps ?? 0;
  const done = Object.keys(steps).length;
  if (stepId !== "step") return [operation("StepRun", stepId ?? "")];
  if (done >= wanted) return undefined;
  if (event.name === "sequential") return [operation("StepRun", `step-${done}`)];
  return Array.from({ length: wanted }, (_value, index) => operation("StepPlanned", `step-${index}`));
}

/** An engine on disk without sockets, and how many bytes its calls had. */
async function startAlone(settings: object) {
  const folder = mkdtempSync(join(tmpdir(), "local-engine-bench-"));
  let bytes = 0;
  const transport: Transport = async (request) => {
    bytes += request.body.length;
    const body: Body = JSON.parse(request.body);
    const answer = answerTo(new URL(request.url).searchParams.get("stepId"), body);
    const headers: Record<string, string> = { "x-inngest-sdk": "js", "x-inngest-req-version": "2" };
    return {
      status: answer ? 206 : 200,
      header: (name) => headers[name],
      body: JSON.stringify(answer ?? 1),
    };
  };
  const clock = createVirtualClock(Date.UTC(2026, 10, 1));
  const engine = createEngine({ store: createSqliteStore({ folder }), clock, transport, retention: false });
  const functions = ["parallel", "sequential", "queued"].map((name) => ({
    id: `app-${name}`,
    triggers: [{ event: name }],
    ...(name === "queued" ? settings : {}),
    steps: { step: { runtime: { url } } },
  }));
  await engine.register(readRegistration({ url, appName: "app", functions }, clock.now()));
  const stop = () => {
    engine.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { engine, bytes: () => bytes, stop };
}

async function processorMs(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

/** Processor time of the engine for one run of so many steps, and the bytes of its calls. */
export async function measureFanOut(): Promise<object[]> {
  const figures: object[] = [];
  for (const steps of [250, 500, 1_000])
    for (const name of ["parallel", "sequential"]) {
      const { engine, bytes, stop } = await startAlone({});
      const spent = await processorMs(async () => {
        await engine.send([{ name, data: { steps } }]);
        await engine.idle();
      });
      figures.push({
        name,
        steps,
        processorMs: Math.round(spent),
        megabytes: Math.round(bytes() / 1e5) / 10,
      });
      stop();
    }
  return figures;
}

/** Microseconds of processor time a run, when so many of them wait in line. */
export async function measureQueued(): Promise<object> {
  const kinds = {
    plain: {},
    concurrency: { concurrency: 5 },
    singleton: { singleton: { key: "event.data.key", mode: "skip" } },
  };
  const figures: Record<string, Record<number, number>> = {};
  for (const [kind, settings] of Object.entries(kinds))
    for (const count of [1_000, 10_000]) {
      const { engine, stop } = await startAlone(settings);
      const spent = await processorMs(async () => {
        for (let sent = 0; sent < count; sent += 1_000)
          await engine.send(
            Array.from({ length: 1_000 }, (_value, index) => ({
              name: "queued",
              data: { key: sent + index },
            })),
          );
        await engine.idle();
      });
      figures[kind] = { ...figures[kind], [count]: Math.round((spent / count) * 1_000) };
      stop();
    }
  return figures;
}
