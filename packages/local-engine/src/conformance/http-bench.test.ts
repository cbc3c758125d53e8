import { expect, it, onTestFinished } from "vitest";
import { startDevServer } from "../dev-server.ts";
import { startChangedServer } from "../testing/changed-server.ts";
import { eventually } from "../testing/eventually.ts";
import { createHttpBench, type HttpBenchOptions } from "./index.ts";

const options = { startTime: new Date("2026-11-01T00:00:00Z"), maxConcurrentCalls: 1 };

/** A bench with one function that naps when it is tired, on a dev server that keeps the computer's time. */
async function startBench(benchOptions: Partial<HttpBenchOptions> = {}) {
  const server = await startDevServer({ port: 0, pollInterval: false });
  onTestFinished(() => server.close());
  const bench = createHttpBench({ url: server.url, quiet: 30, ...benchOptions });
  const engine = await bench.start(
    (inngest) => [
      inngest.createFunction({ id: "nap", triggers: [{ event: "go" }] }, async ({ event, step }) => {
        await step.run("before", () => 1);
        if (event.data.tired) await step.sleep("rest", "1h");
        return "awake";
      }),
    ],
    options,
  );
  onTestFinished(() => engine.close());
  return { server, bench, engine };
}

it("shares an engine at an address, waits in real time and leaves no run behind", async () => {
  const { server, bench, engine } = await startBench();
  expect(bench).toMatchObject({ name: server.url, patience: "20s", without: ["controls"] });
  await engine.send([{ name: "go" }, { name: "go", data: { tired: true } }]);
  await eventually(async () => {
    await engine.settle();
    expect(await engine.runs()).toMatchObject([
      { functionId: "app-nap", status: "Completed", output: "awake", steps: [{ id: "before" }] },
      {
        functionId: "app-nap",
        status: "Running",
        output: undefined,
        steps: [{ id: "before" }, { id: "rest" }],
      },
    ]);
  });
  const began = performance.now();
  await engine.advanceTo(new Date(Date.now() + 50));
  expect(performance.now() - began).toBeGreaterThan(40);
  await engine.close();
  expect(server.engine.runs({ status: "Running" })).toEqual([]);
  expect(server.engine.runs({ status: "Cancelled" })).toHaveLength(1);
});

it("looks only at what happens after it began", async () => {
  const { server, engine } = await startBench();
  await engine.send([{ name: "go", data: { tired: true } }]);
  await engine.close();
  const next = await createHttpBench({ url: server.url, quiet: 30 }).start(() => [], options);
  expect(await next.runs()).toEqual([]);
  await next.close();
});

it("does without steps when told to", async () => {
  const { engine } = await startBench({ without: ["steps"] });
  await engine.send([{ name: "go", data: { tired: true } }]);
  await eventually(async () => expect(await engine.runs()).toMatchObject([{ status: "Running", steps: [] }]));
});

it("takes a run that is scheduled for one that is queued", async () => {
  const server = await startDevServer({ port: 0, pollInterval: false });
  onTestFinished(() => server.close());
  const url = await startChangedServer(server.url, (_key, value) =>
    value === "Queued" ? "Scheduled" : value,
  );
  const engine = await createHttpBench({ url, quiet: 30 }).start(
    (inngest) => [inngest.createFunction({ id: "later", triggers: [{ event: "go" }] }, async () => {})],
    options,
  );
  onTestFinished(() => engine.close());
  await engine.send([{ name: "go", ts: Date.now() + 3_600_000 }]);
  expect(await engine.runs()).toMatchObject([{ functionId: "app-later", status: "Queued" }]);
});

it("says what is wrong with the options or the address", async () => {
  expect(() => createHttpBench({})).toThrow(/either `url`.*or `open`/);
  const nowhere = createHttpBench({ url: "http://127.0.0.1:9" });
  await expect(nowhere.start(() => [], options)).rejects.toThrow("no engine answers at http://127.0.0.1:9");
});
