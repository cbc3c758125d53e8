import type { Inngest } from "inngest";
import { expect, it } from "vitest";
import type { BuildFunctions } from "../bench.ts";
import type { Suite } from "../suite.ts";

type CreateFunction = Inngest["createFunction"];
type Context = Parameters<Parameters<CreateFunction>[1]>[0];

interface Group {
  does: string;
  /** `note` writes a word into the trace, with the whole seconds since the event. */
  body: (context: Context, note: (what: string) => void) => Promise<unknown>;
  /** How often the SDK calls the function, with checkpointing and without. */
  calls: [checkpointed: number, plain: number];
  trace: string[];
  wait?: string;
}

const answer = ({ step }: Context, timeout: string) =>
  step.waitForEvent("answer", { event: "never", timeout }).then(() => "wait");

const remind = async ({ step }: Context, note: (what: string) => void) => {
  await step.sleep("quiet", "1s");
  await step.run("remind", () => note("remind"));
};

/** All but the last were seen on Inngest's own server, call by call; the last follows from them. */
const groups: Group[] = [
  {
    does: "holds a branch back until a wait beside it is over",
    body: (context, note) => Promise.all([answer(context, "6s"), remind(context, note)]),
    calls: [2, 3],
    trace: ["remind@6", "end@6"],
    wait: "6s",
  },
  {
    does: "lets the branches of a race mode run on, each by itself",
    body: (context, note) =>
      context.group.parallel({ mode: "race" }, () =>
        Promise.all([answer(context, "6s"), remind(context, note)]),
      ),
    calls: [5, 5],
    trace: ["remind@1", "end@6"],
    wait: "6s",
  },
  {
    does: "goes on with the winner of a race mode at once, and ends when the loser is over",
    async body(context, note) {
      const { step, group } = context;
      const winner = await group.parallel({ mode: "race" }, () =>
        Promise.race([answer(context, "6s"), step.sleep("pause", "1s").then(() => "sleep")]),
      );
      await step.run("use", () => note(winner));
    },
    calls: [4, 4],
    trace: ["sleep@1", "end@6"],
    wait: "6s",
  },
  {
    does: "goes on with the winner of a plain race only when the loser is over",
    async body(context, note) {
      const { step } = context;
      const winner = await Promise.race([
        answer(context, "6s"),
        step.sleep("pause", "1s").then(() => "sleep"),
      ]);
      await step.run("use", () => note(winner));
    },
    calls: [2, 3],
    trace: ["sleep@6", "end@6"],
    wait: "6s",
  },
  {
    does: "checkpoints again after two parallel steps",
    async body({ step }) {
      await Promise.all([step.run("a", () => 1), step.run("b", () => 2)]);
      for (let round = 0; round < 5; round++) await step.run(`round-${round}`, () => round);
    },
    calls: [4, 9],
    trace: ["end@0"],
  },
  {
    does: "calls once for each of twenty parallel steps",
    body: ({ step }) =>
      Promise.all(Array.from({ length: 20 }, (_value, index) => step.run(`part-${index}`, () => index))),
    calls: [22, 22],
    trace: ["end@0"],
  },
  {
    does: "holds back the second step of a branch until a wait beside it is over",
    body(context, note) {
      const { step } = context;
      const branch = async () => {
        await step.run("first", () => 1);
        await step.run("second", () => note("second"));
      };
      return Promise.all([answer(context, "4s"), branch()]);
    },
    calls: [3, 4],
    trace: ["second@4", "end@4"],
    wait: "4s",
  },
  {
    does: "goes on after a plain race of a step and a sleep when the sleep is over",
    async body({ step }, note) {
      const winner = await Promise.race([
        step.run("quick", () => "quick"),
        step.sleep("pause", "4s").then(() => "sleep"),
      ]);
      await step.run("use", () => note(winner));
    },
    calls: [3, 4],
    trace: ["quick@4", "end@4"],
    wait: "4s",
  },
  {
    does: "goes on after a race mode of a step and a sleep at once",
    async body({ step, group }, note) {
      const winner = await group.parallel({ mode: "race" }, () =>
        Promise.race([step.run("quick", () => "quick"), step.sleep("pause", "4s").then(() => "sleep")]),
      );
      await step.run("use", () => note(winner));
    },
    calls: [5, 5],
    trace: ["quick@0", "end@4"],
    wait: "4s",
  },
];

/** When the branches of a parallel group go on, and how many calls that takes. */
export function describeParallelGroups({ needs, start }: Suite): void {
  const cases = groups.flatMap((group) =>
    [true, false].map((checkpointing, mode) => ({
      ...group,
      checkpointing,
      expected: group.calls[mode],
      how: checkpointing ? "with checkpointing" : "without checkpointing",
    })),
  );
  for (const { does, how, wait, ...group } of cases) {
    const test = wait === undefined ? it : needs({ wait });
    test(`${does}, ${how}`, async () => {
      let calls = 0;
      const trace: string[] = [];
      let note: (what: string) => void = () => {};
      const build: BuildFunctions = (inngest) => [
        inngest.createFunction(
          { id: "group", triggers: [{ event: "go" }], checkpointing: group.checkpointing },
          async (context) => {
            calls++;
            await group.body(context, note);
            note("end");
          },
        ),
      ];
      const engine = await start(build);
      const sentAt = engine.now().getTime();
      note = (what) => {
        trace.push(`${what}@${Math.floor((engine.now().getTime() - sentAt) / 1_000)}`);
      };
      await engine.send({ name: "go" });
      if (wait !== undefined) await engine.advance(wait);
      expect({ calls, trace }).toEqual({ calls: group.expected, trace: group.trace });
      expect((await engine.run("group")).status).toBe("Completed");
    });
  }
}
