import { expect, it } from "vitest";
import { repairLeak } from "../../testing/repair-leak.ts";
import { startTestBench, type TestBench } from "../../testing/test-bench.ts";

async function pass(bench: TestBench, duration: string): Promise<void> {
  await bench.engine.advance(duration);
  await bench.settle();
}

/** Whose emails had which subjects, without the number. */
function emailsOf({ vendors }: TestBench): string[] {
  return vendors
    .outbox()
    .filter(({ channel, from }) => channel === "email" && from?.includes("10 Ocean"))
    .map(({ to, subject = "" }) => `${to.split("@")[0]}: ${subject.replace(/#\d+/, "#")}`);
}

it("everyone concerned by a repair gets the email of each occasion, once", { timeout: 60_000 }, async () => {
  const bench = await startTestBench({ schedulesOf: [] });
  const { report, assign, change, comment, resolve } = repairLeak(bench);
  const steps: (() => Promise<unknown>)[] = [
    () => report(),
    () => pass(bench, "24h"),
    () => assign("admin_002"),
    () => assign("admin_003"),
    () => change({ status: "in-progress" }, "admin_003"),
    () => comment("It got worse."),
    () => resolve(),
    () => pass(bench, "8d"),
  ];
  for (const step of steps) {
    await step();
    await bench.settle();
    await pass(bench, "1h");
  }
  const emails = emailsOf(bench);
  const board = ["maria.delgado", "samuel.okafor", "ruth.feldman"];
  const expected = [
    "maya: Your request # has arrived",
    ...board.slice(0, 2).map((name) => `${name}: New request #: plumbing, unit 4B`),
    ...board.map((name) => `${name}: Nobody has taken request #: plumbing, unit 4B`),
    "samuel.okafor: Request # is yours: plumbing, unit 4B",
    "maya: Samuel Okafor looks after your request #",
    "ruth.feldman: Request # is yours: plumbing, unit 4B",
    "maya: Ruth Feldman looks after your request #",
    "samuel.okafor: Ruth Feldman takes over request #",
    "maya: News about your request #",
    "ruth.feldman: News about request #: plumbing, unit 4B",
    "maya: Is it fixed? Your request # is resolved",
    "maya: Two days left to answer: request #",
    "maya: News about your request #",
  ];
  expect(emails.toSorted()).toEqual(expected.toSorted());
});

it("a burst pipe is told at night, and to the whole board an hour later", { timeout: 60_000 }, async () => {
  const bench = await startTestBench();
  // Half past eleven in the evening, by the building's clock.
  await repairLeak(bench).report({ priority: "urgent", description: "The pipe burst." });
  await bench.settle();
  // The senders pace themselves.
  await pass(bench, "1m");
  const urgent = "URGENT request #: plumbing, unit 4B";
  expect(emailsOf(bench)).toEqual(
    expect.arrayContaining([`maria.delgado: ${urgent}`, `samuel.okafor: ${urgent}`]),
  );
  await pass(bench, "1h");
  expect(emailsOf(bench).filter((email) => email.includes("nobody has taken it"))).toHaveLength(3);
});
