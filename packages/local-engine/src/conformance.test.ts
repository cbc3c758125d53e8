import { describe, expect, it, onTestFinished } from "vitest";
import { describeEngine } from "./conformance/index.ts";
import { ownBenches } from "./testing/own-benches.ts";

for (const bench of ownBenches) describeEngine(bench);

describe.each(ownBenches)("what the engine does not support: $name", (bench) => {
  it("fails a run on an operation that it does not know, naming it and the step", async () => {
    const options = { startTime: new Date(), maxConcurrentCalls: 1 };
    const engine = await bench.start(
      (inngest) => [
        inngest.createFunction({ id: "signal", triggers: [{ event: "go" }] }, async ({ step }) =>
          step.waitForSignal("signal-step", { signal: "s", timeout: "1h", onConflict: "fail" }),
        ),
      ],
      options,
    );
    onTestFinished(() => engine.close());
    await engine.send([{ name: "go" }]);
    await engine.settle();
    expect(await engine.runs()).toMatchObject([
      {
        functionId: "app-signal",
        status: "Failed",
        error: {
          name: "UnsupportedOperation",
          message: expect.stringContaining('"WaitForSignal" of step "signal-step"'),
        },
      },
    ]);
  });
});
