import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Inngest } from "inngest";
import { serve } from "inngest/node";

/** The measured app. Arguments: the engine's address, and whether to checkpoint. Prints its own address. */
const [baseUrl = "", checkpointing = "true"] = process.argv.slice(2);
const quiet = { info() {}, warn() {}, error() {}, debug() {} };
const inngest = new Inngest({
  id: "bench",
  isDev: true,
  baseUrl,
  logger: quiet,
  checkpointing: checkpointing === "true",
});

const threeSteps = inngest.createFunction(
  { id: "three", triggers: [{ event: "three" }] },
  async ({ step }) => {
    const a = await step.run("a", () => ({ value: 1 }));
    const b = await step.run("b", () => ({ value: a.value + 1 }));
    return step.run("c", () => ({ value: b.value + 1 }));
  },
);

const manySteps = inngest.createFunction(
  { id: "many", triggers: [{ event: "many" }] },
  async ({ event, step }) => {
    for (let index = 0; index < event.data.steps; index++)
      await step.run(`step-${index}`, () => ({ index, text: "x".repeat(200) }));
  },
);

const sleeper = inngest.createFunction(
  { id: "sleeper", triggers: [{ event: "sleep" }] },
  async ({ step }) => {
    await step.sleep("month", "30d");
  },
);

const slow = inngest.createFunction(
  { id: "slow", triggers: [{ event: "slow" }], concurrency: 20 },
  ({ step }) => step.run("work", () => new Promise<void>((resolve) => setTimeout(resolve, 50))),
);

const throttled = inngest.createFunction(
  { id: "throttled", triggers: [{ event: "throttled" }], throttle: { limit: 20, period: "1s" } },
  ({ step }) => step.run("work", () => "done"),
);

const functions = [threeSteps, manySteps, sleeper, slow, throttled];
const server = createServer(serve({ client: inngest, functions }));
// A contender waits for its turn longer than the 5 s after which Node closes a connection.
server.keepAliveTimeout = 600_000;
server.listen(0, "127.0.0.1", () => {
  const { port } = server.address() as AddressInfo;
  process.stdout.write(`http://127.0.0.1:${port}/api/inngest\n`);
});
