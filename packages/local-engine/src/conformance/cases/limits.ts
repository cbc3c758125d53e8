import { expect, it } from "vitest";
import type { Suite } from "../suite.ts";

/** What a run may hold. */
export function describeLimits({ needs, start, expectError }: Suite): void {
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
    const endless = await engine.run("endless");
    expect(endless.status).toBe("Failed");
    expectError?.("too-many-steps", endless);
    await engine.send({ name: "size" });
    const huge = await engine.run("huge");
    expect(huge.status).toBe("Failed");
    expectError?.("step-output-too-large", huge);
  }, 30_000);

  it("fails a run whose result is too large, and tells its invoker", async () => {
    const engine = await start((inngest) => {
      const huge = inngest.createFunction({ id: "huge", triggers: [{ event: "size" }] }, async ({ step }) => {
        await step.run("small", () => 1);
        return "x".repeat(5 * 1024 * 1024);
      });
      const invoker = inngest.createFunction(
        { id: "invoker", triggers: [{ event: "invoke" }] },
        async ({ step }) =>
          step.invoke("call", { function: huge }).then(
            () => "completed",
            () => "failed",
          ),
      );
      const largest = inngest.createFunction({ id: "largest", triggers: [{ event: "size" }] }, async () =>
        "x".repeat(4 * 1024 * 1024 - 1_024),
      );
      return [huge, invoker, largest];
    });
    await engine.send({ name: "size" });
    const huge = await engine.run("huge");
    expect([huge.status, (await engine.run("largest")).status]).toEqual(["Failed", "Completed"]);
    expectError?.("result-too-large", huge);
    await engine.send({ name: "invoke" });
    expect(await engine.run("invoker")).toMatchObject({ status: "Completed", output: "failed" });
  }, 30_000);

  needs({ wait: "2s" })(
    "lets the SDK fetch a run's state when it is too large for a call",
    async () => {
      const engine = await start((inngest) => [
        inngest.createFunction({ id: "large", triggers: [{ event: "go" }] }, async ({ event, step }) => {
          const parts: number[] = [];
          for (const id of ["a", "b"]) {
            const text = await step.run(id, () => id.repeat(3 * 1024 * 1024));
            await step.sleep(`rest-${id}`, "1s");
            parts.push(text.length);
          }
          return { parts, name: event.name };
        }),
      ]);
      await engine.send({ name: "go" });
      await engine.advance("2s");
      const length = 3 * 1024 * 1024;
      expect(await engine.run("large")).toMatchObject({
        status: "Completed",
        output: { parts: [length, length], name: "go" },
      });
    },
    30_000,
  );
}
