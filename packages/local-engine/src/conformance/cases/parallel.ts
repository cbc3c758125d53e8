import { expect, it } from "vitest";
import type { Suite } from "../suite.ts";

/** Steps side by side. */
export function describeParallel({ needs, start }: Suite): void {
  it("runs parallel steps once each and goes on when all are done", async () => {
    const effects: string[] = [];
    const engine = await start((inngest) => [
      inngest.createFunction({ id: "fan", triggers: [{ event: "go" }] }, async ({ step }) => {
        const parts = await Promise.all(
          ["a", "b", "c"].map((id) =>
            step.run(id, () => {
              effects.push(id);
              return id.toUpperCase();
            }),
          ),
        );
        return step.run("join", () => parts.join(""));
      }),
    ]);
    await engine.send({ name: "go" });
    expect(effects.sort()).toEqual(["a", "b", "c"]);
    expect(await engine.run("fan")).toMatchObject({ status: "Completed", output: "ABC" });
  });

  it("runs a hundred parallel steps, several handlers at a time", async () => {
    let effects = 0;
    const engine = await start(
      (inngest) => [
        inngest.createFunction({ id: "wide", triggers: [{ event: "go" }] }, async ({ step }) => {
          const ids = Array.from({ length: 100 }, (_value, index) => `part-${index}`);
          const parts = await Promise.all(ids.map((id) => step.run(id, () => ++effects && 1)));
          return parts.reduce((total, part) => total + part, 0);
        }),
      ],
      { maxConcurrentCalls: 8 },
    );
    await engine.send({ name: "go" });
    expect([effects, (await engine.run("wide")).output]).toEqual([100, 100]);
  });

  needs({ wait: "15s" })("repeats only the parallel step that failed", async () => {
    const tries: Record<string, number> = { a: 0, b: 0 };
    const engine = await start((inngest) => [
      inngest.createFunction({ id: "fan", triggers: [{ event: "go" }] }, async ({ step }) => {
        const call = (id: "a" | "b") =>
          step.run(id, () => {
            tries[id] = (tries[id] ?? 0) + 1;
            if (id === "b" && tries.b === 1) throw new Error("once");
            return id;
          });
        return Promise.all([call("a"), call("b")]);
      }),
    ]);
    await engine.send({ name: "go" });
    await engine.advance("15s");
    expect(tries).toEqual({ a: 1, b: 2 });
    expect(await engine.run("fan")).toMatchObject({ status: "Completed", output: ["a", "b"] });
  });

  needs({ wait: "1h", steps: true }).each([
    { mode: "plain", goesOn: undefined, how: "together" },
    { mode: "race", goesOn: "completed", how: "each by itself" },
  ] as const)("lets the branches of a $mode group go on $how", async ({ mode, goesOn }) => {
    const engine = await start((inngest) => [
      inngest.createFunction({ id: "branches", triggers: [{ event: "go" }] }, async ({ step, group }) => {
        const slow = async () => {
          await step.sleep("hour", "1h");
          return step.run("after-hour", () => "slow");
        };
        const quick = async () => {
          await step.sleep("minute", "1m");
          return step.run("after-minute", () => "quick");
        };
        const both = () => Promise.all([slow(), quick()]);
        return mode === "race" ? group.parallel({ mode }, both) : both();
      }),
    ]);
    await engine.send({ name: "go" });
    await engine.advance("1m");
    const { steps } = await engine.run("branches");
    expect(steps.find((step) => step.id === "after-minute")?.status).toBe(goesOn);
    await engine.advance("59m");
    expect(await engine.run("branches")).toMatchObject({ status: "Completed", output: ["slow", "quick"] });
  });

  needs({ wait: "15s" }).each([
    { beside: "an invoke", seconds: 3 },
    { beside: "a step that fails once", seconds: 15 },
  ])("holds a branch back until $beside has settled", async ({ beside, seconds }) => {
    const seen: number[] = [];
    let secondsNow = () => 0;
    const engine = await start((inngest) => {
      const child = inngest.createFunction({ id: "child", triggers: [] }, async ({ step }) =>
        step.sleep("nap", "3s"),
      );
      const parent = inngest.createFunction(
        { id: "parent", triggers: [{ event: "go" }] },
        async ({ step, attempt }) => {
          const other =
            beside === "an invoke"
              ? () => step.invoke("child", { function: child })
              : () =>
                  step.run("fails-once", () => {
                    if (attempt === 0) throw new Error("once");
                  });
          const branch = async () => {
            await step.run("first", () => 1);
            await step.run("second", () => seen.push(secondsNow()));
          };
          await Promise.all([other(), branch()]);
        },
      );
      return [child, parent];
    });
    const sentAt = engine.now().getTime();
    secondsNow = () => Math.floor((engine.now().getTime() - sentAt) / 1_000);
    await engine.send({ name: "go" });
    await engine.advance(`${seconds}s`);
    expect(seen).toEqual([seconds]);
    expect((await engine.run("parent")).status).toBe("Completed");
  });

  needs({ wait: "10m", steps: true })("gives a race its first result, once the others are over", async () => {
    const engine = await start((inngest) => [
      inngest.createFunction({ id: "race", triggers: [{ event: "go" }] }, async ({ step }) =>
        Promise.race([
          step.sleep("patience", "10m").then(() => "gave up"),
          step.waitForEvent("answer", { event: "answer", timeout: "1d" }).then(() => "answered"),
        ]),
      ),
    ]);
    await engine.send({ name: "go" });
    await engine.advance("5m");
    await engine.send({ name: "answer" });
    expect((await engine.run("race")).steps.find((step) => step.id === "answer")?.status).toBe("completed");
    await engine.advance("5m");
    expect(await engine.run("race")).toMatchObject({ status: "Completed", output: "answered" });
  });

  needs({ wait: "15s", steps: true })(
    "goes on after the first result of group.parallel's race mode",
    async () => {
      const engine = await start((inngest) => [
        inngest.createFunction(
          { id: "race", triggers: [{ event: "go" }], retries: 1 },
          async ({ step, group }) => {
            const winner = await group.parallel({ mode: "race" }, () =>
              Promise.race([
                step.run("fails-first", () => {
                  throw new Error("slow to succeed");
                }),
                step.run("quick", () => "quick"),
              ]),
            );
            return step.run("use", () => winner);
          },
        ),
      ]);
      await engine.send({ name: "go" });
      expect((await engine.run("race")).steps.find((step) => step.id === "use")).toMatchObject({
        status: "completed",
        output: "quick",
      });
      await engine.advance("15s");
      expect(await engine.run("race")).toMatchObject({ status: "Completed", output: "quick" });
    },
  );

  it("follows the older protocol for functions that ask for it", async () => {
    const engine = await start((inngest) => [
      inngest.createFunction(
        { id: "v1", triggers: [{ event: "go" }], optimizeParallelism: false },
        async ({ step }) => {
          const parts = await Promise.all([step.run("a", () => 1), step.run("b", () => 2)]);
          return parts[0] + parts[1];
        },
      ),
    ]);
    await engine.send({ name: "go" });
    expect(await engine.run("v1")).toMatchObject({ status: "Completed", output: 3 });
  });
}
