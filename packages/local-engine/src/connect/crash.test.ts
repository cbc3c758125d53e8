import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Inngest } from "inngest";
import { connect } from "inngest/connect";
import { expect, it, onTestFinished } from "vitest";
import { startConnectServer } from "../testing/connect-server.ts";
import { startEngineProcess } from "../testing/engine-process.ts";
import { eventually } from "../testing/eventually.ts";

const silent = { info() {}, warn() {}, error() {}, debug() {} };
const workerFile = join(import.meta.dirname, "../testing/connected-worker.ts");

interface WorkerProcess {
  process: ChildProcess;
  /** Resolves when the worker has said this. */
  said(word: string): Promise<unknown>;
}

function startWorkerProcess(...commandLine: string[]): WorkerProcess {
  const child = spawn(process.execPath, [workerFile, ...commandLine], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  let output = "";
  child.stdout?.on("data", (chunk: Buffer) => {
    output += chunk.toString();
  });
  return { process: child, said: (word) => eventually(() => expect(output).toContain(`${word}\n`)) };
}

const clientOf = (baseUrl: string) => new Inngest({ id: "steady", isDev: true, baseUrl, logger: silent });

it("repeats the step of a worker that was killed in it on another worker, and no step that was reported", async () => {
  const server = await startConnectServer({ connectTimes: { extendLease: 100, lease: 1_000 } });
  const doomed = startWorkerProcess(server.url, "doomed", "hang");
  await doomed.said("connected");
  await server.engine.send([{ name: "fragile" }]);
  await doomed.said("charging");
  const heir = startWorkerProcess(server.url, "heir");
  await heir.said("connected");
  doomed.process.kill("SIGKILL");
  await eventually(() => {
    const [run] = server.engine.runs();
    expect(run).toMatchObject({ status: "Completed", output: '{"before":"doomed","charged":"heir"}' });
  });
  await eventually(() => expect(server.connect.workers()).toHaveLength(1));
});

it("lets workers finish over new connections when it drains, and runs their steps once", async () => {
  const server = await startConnectServer({ connectTimes: { extendLease: 50, lease: 2_000 } });
  const client = clientOf(server.url);
  let began = 0;
  let open = () => {};
  const gate = new Promise<void>((resolve) => {
    open = resolve;
  });
  const work = client.createFunction({ id: "work", triggers: [{ event: "go" }] }, async ({ step }) =>
    step.run("slow", async () => {
      began++;
      await gate;
      return "finished";
    }),
  );
  const connection = await connect({
    apps: [{ client, functions: [work] }],
    isolateExecution: false,
    handleShutdownSignals: [],
  });
  onTestFinished(() => connection.close());
  const [before] = server.connect.workers();
  await server.engine.send([{ name: "go" }]);
  await eventually(() => expect(began).toBe(1));
  server.connect.drain();
  await eventually(() => expect(server.connect.workers()).toMatchObject([{ isReady: true, requests: 1 }]));
  expect(server.connect.workers()[0]?.connectionId).not.toBe(before?.connectionId);
  open();
  await eventually(() => {
    expect(server.engine.runs()).toMatchObject([{ status: "Completed", output: '"finished"', attempts: [] }]);
  });
  expect(began).toBe(1);
});

it("goes on after the engine was killed: workers connect again, and nothing acknowledged is lost", async () => {
  const folder = mkdtempSync(join(tmpdir(), "local-engine-connect-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const first = await startEngineProcess(["--port", "0", "--state-dir", folder, "--no-poll"]);
  const client = clientOf(first.url);
  const tries = new Map<string, number>();
  let open = () => {};
  const gate = new Promise<void>((resolve) => {
    open = resolve;
  });
  const work = client.createFunction(
    { id: "work", triggers: [{ event: "go" }], retries: 3 },
    async ({ event, step }) => {
      const note = (id: string) =>
        tries.set(`${event.data.n}/${id}`, (tries.get(`${event.data.n}/${id}`) ?? 0) + 1);
      await step.run("reported", () => void note("reported"));
      await step.run("open", async () => {
        note("open");
        await gate;
      });
      return event.data.n;
    },
  );
  const connection = await connect({
    apps: [{ client, functions: [work] }],
    isolateExecution: false,
    handleShutdownSignals: [],
  });
  onTestFinished(() => connection.close());
  const events = [0, 1, 2, 3].map((n) => ({ name: "go", data: { n } }));
  const { ids } = await client.send(events);
  await eventually(() => expect(tries.size).toBe(8));
  await first.kill();
  open();
  const second = await startEngineProcess(["--port", String(first.port), "--state-dir", folder, "--no-poll"]);
  onTestFinished(() => second.kill());
  await eventually(async () => {
    const runs = await Promise.all(
      ids.map(async (id) => (await fetch(`${second.url}/v1/events/${id}/runs`)).json()),
    );
    expect(runs).toMatchObject([0, 1, 2, 3].map((output) => ({ data: [{ status: "Completed", output }] })));
  });
  expect(connection.state).toBe("ACTIVE");
  // Before the engine ends: what the worker still holds goes to it first.
  await connection.close();
  expect([0, 1, 2, 3].map((n) => tries.get(`${n}/reported`))).toEqual([1, 1, 1, 1]);
});
