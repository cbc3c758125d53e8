import { expect, it } from "vitest";
import type { Harness } from "../harness.ts";

/** Limits, and what the engine does not support. */
export function describeLimits({ start }: Harness): void {
  it("fails a run on an operation that it does not know, naming it and the step", async () => {
    const engine = await start((inngest) => [
      inngest.createFunction({ id: "signal", triggers: [{ event: "go" }] }, async ({ step }) =>
        step.waitForSignal("signal-step", { signal: "s", timeout: "1h", onConflict: "fail" }),
      ),
    ]);
    await engine.send({ name: "go" });
    expect(engine.run("signal")).toMatchObject({ status: "Failed", error: { name: "UnsupportedOperation" } });
    expect(engine.run("signal").error?.message).toContain('"WaitForSignal" of step "signal-step"');
    await engine.close();
  });

  it("fails a run with too many steps, or with too large a step output", async () => {
    const engine = await start((inngest) => [
      inngest.createFunction({ id: "endless", triggers: [{ event: "steps" }] }, async ({ step }) => {
        for (let round = 0; ; round++) await step.run(`step-${round}`, () => round);
      }),
      inngest.createFunction({ id: "huge", triggers: [{ event: "size" }] }, async ({ step }) =>
        step.run("big", () => "x".repeat(5 * 1024 * 1024)),
      ),
    ]);
    await engine.send({ name: "steps" });
    expect(engine.run("endless")).toMatchObject({ status: "Failed", error: { name: "TooManySteps" } });
    await engine.send({ name: "size" });
    expect(engine.run("huge")).toMatchObject({ status: "Failed", error: { name: "StepOutputTooLarge" } });
    expect(engine.run("huge").error?.message).toContain('step "big"');
    await engine.close();
  }, 30_000);

  it("lets the SDK fetch a run's state when it is too large for a call", async () => {
    const engine = await start((inngest) => [
      inngest.createFunction({ id: "large", triggers: [{ event: "go" }] }, async ({ event, step }) => {
        const parts: number[] = [];
        for (const id of ["a", "b"]) {
          const text = await step.run(id, () => id.repeat(3 * 1024 * 1024));
          await step.sleep(`rest-${id}`, "1m");
          parts.push(text.length);
        }
        return { parts, name: event.name };
      }),
    ]);
    await engine.send({ name: "go" });
    await engine.advance("2m");
    const length = 3 * 1024 * 1024;
    expect(engine.run("large")).toMatchObject({
      status: "Completed",
      output: { parts: [length, length], name: "go" },
    });
    await engine.close();
  }, 30_000);
}
