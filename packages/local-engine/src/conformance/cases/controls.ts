import { expect } from "vitest";
import type { Suite } from "../suite.ts";

/** What a person can do with runs and events. */
export function describeControls({ needs, start }: Suite): void {
  needs({ steps: true, controls: true })(
    "reruns a run, from the start and from a step with other input",
    async () => {
      const effects: string[] = [];
      const engine = await start((inngest) => [
        inngest.createFunction({ id: "sum", triggers: [{ event: "go" }] }, async ({ step }) => {
          const one = await step.run("one", () => {
            effects.push("one");
            return 1;
          });
          const two = await step.run(
            "two",
            (given: number) => {
              effects.push("two");
              return given * 2;
            },
            one,
          );
          return step.run("three", () => two + 1);
        }),
      ]);
      await engine.send({ name: "go" });
      const run = await engine.run("sum");
      await engine.controls.rerun(run.id);
      await engine.runUntilIdle();
      expect(effects).toEqual(["one", "two", "one", "two"]);
      const [, two] = run.steps;
      await engine.controls.rerunFrom(run.id, two?.hash ?? "", [50]);
      await engine.runUntilIdle();
      expect(effects).toEqual(["one", "two", "one", "two", "two"]);
      await engine.controls.rerunFrom(run.id, two?.hash ?? "");
      await engine.runUntilIdle();
      expect((await engine.runs()).map(({ output }) => output)).toEqual([3, 3, 101, 3]);
    },
  );

  needs({ steps: true, controls: true })(
    "replays an event, invokes a function and skips a sleep",
    async () => {
      const engine = await start((inngest) => [
        inngest.createFunction({ id: "naps", triggers: [{ event: "go" }] }, async ({ event, step }) => {
          await step.sleep("long", "30d");
          return event.data.n;
        }),
      ]);
      const { ids } = await engine.send({ name: "go", id: "once", data: { n: 1 } });
      await engine.controls.replayEvent(ids[0] ?? "");
      await engine.controls.invoke("app-naps", { n: 3 });
      await engine.runUntilIdle();
      for (const run of await engine.runs())
        await engine.controls.skipSleep(run.id, run.steps[0]?.hash ?? "");
      await engine.runUntilIdle();
      expect((await engine.runs()).map(({ output }) => output)).toEqual([1, 1, 3]);
    },
  );
}
