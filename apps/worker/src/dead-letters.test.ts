import { createDatabase } from "@org/local-stack";
import type { NewDeadLetter } from "@org/stores/dead-letters/port";
import { postgresDeadLetters } from "@org/stores/dead-letters/postgres";
import { postgresOutbox } from "@org/stores/outbox/postgres";
import { createPool } from "@org/stores/postgres";
import { afterAll, beforeEach, expect, inject, it } from "vitest";
import { deadLettersCommand } from "./dead-letters.ts";

const database = await createDatabase(inject("postgresUrl"), { template: inject("templateDatabase") });
const pool = createPool({ databaseUrl: database.url });
const deadLetters = postgresDeadLetters(pool);
let now: Date;
const run = (...parameters: string[]) =>
  deadLettersCommand(parameters, { deadLetters, events: postgresOutbox(pool), now: () => now });

const letter: NewDeadLetter = {
  runId: "run_1",
  app: "mohallamart",
  workflow: "send-welcome-email",
  events: [
    {
      id: "user.created:user_asha",
      name: "user.created",
      data: { userId: "user_asha", email: "asha@example.com", name: "Asha Rao" },
    },
  ],
  error: { name: "Error", message: "Resend answered 422." },
  attempts: 4,
  failedAt: "2026-11-01T10:00:00.000Z",
};

beforeEach(async () => {
  now = new Date("2026-11-02T10:00:00Z");
  await pool.query("truncate platform.dead_letters, platform.outbox");
  await deadLetters.record(letter);
});

afterAll(async () => {
  await pool.end();
  await database.drop();
});

async function requests(): Promise<unknown[]> {
  const { rows } = await pool.query<{ payload: unknown }>("select payload from platform.outbox");
  return rows.map(({ payload }) => payload);
}

it("lists what nobody has settled, and with --all the rest", async () => {
  await deadLetters.record({ ...letter, runId: "run_2", workflow: "update-inventory" });
  await deadLetters.discard("run_2");
  const open = await run("list");
  expect(open.code).toBe(0);
  expect(open.text).toMatch(/run_1 .*open .*mohallamart\/send-welcome-email .*Resend answered 422\./);
  expect(open.text).not.toContain("run_2");
  expect((await run("list", "--all")).text).toContain("run_2");
  await deadLetters.discard("run_1");
  expect((await run("list")).text).toBe("No failed run waits for anybody.");
});

it("shows one with its ids and without personal data", async () => {
  const { code, text } = await run("show", "run_1");
  expect(code).toBe(0);
  expect(JSON.parse(text)).toMatchObject({ runId: "run_1", events: [{ data: { userId: "user_asha" } }] });
  expect(text).not.toMatch(/asha@example\.com|Asha Rao/);
});

it("hands a replay to the worker through the outbox", async () => {
  expect(await run("replay", "run_1")).toMatchObject({ code: 0 });
  expect(await requests()).toMatchObject([
    {
      name: "operations/dead-letter.replay-requested",
      data: { runId: "run_1", requestedBy: "command-line" },
    },
  ]);
});

it("asks nobody to replay what is too old for it, and says what to do instead", async () => {
  now = new Date("2026-12-31T10:00:01Z");
  const { code, text } = await run("replay", "run_1");
  expect(code).toBe(1);
  expect(text).toMatch(/^Run run_1 of send-welcome-email: .*older than 60 days.*discard it\.$/);
  expect(await requests()).toEqual([]);
  expect(await deadLetters.get("run_1")).toMatchObject({ status: "open" });
});

it("replays many of a function at once, and says before which ones", async () => {
  await deadLetters.record({ ...letter, runId: "run_2" });
  await deadLetters.record({ ...letter, runId: "run_3", error: { name: "Error", message: "Other." } });
  const chosen = ["replay-all", "send-welcome-email", "--error", "422", "--since", "2026-11-01T00:00:00Z"];
  const told = await run(...chosen, "--dry-run");
  expect(told.code).toBe(0);
  expect(told.text).toBe(
    "2 runs of send-welcome-email: the worker would be asked to run them again.\nrun_1\nrun_2",
  );
  expect(await requests()).toEqual([]);
  expect(await run(...chosen)).toMatchObject({ code: 0, text: expect.stringContaining("is asked") });
  expect(await requests()).toMatchObject([{ data: { runId: "run_1" } }, { data: { runId: "run_2" } }]);
});

it("replays none for a wrong time or option", async () => {
  const wrongTime = await run("replay-all", "send-welcome-email", "--since", "today");
  expect(wrongTime).toMatchObject({ code: 1, text: expect.stringContaining("2026-11-22T10:00:00Z") });
  expect(await run("replay-all", "send-welcome-email", "--all")).toMatchObject({ code: 2 });
  expect(await run("replay-all")).toMatchObject({ code: 2 });
  expect(await requests()).toEqual([]);
});

it("lets one go, and does nothing with what is settled", async () => {
  const why = ["--reason", "not-wanted"];
  expect(await run("discard", "run_1", ...why)).toMatchObject({
    ...{ code: 0, text: "Run run_1 of send-welcome-email is let go: nobody needs the work any more." },
  });
  for (const command of [
    ["discard", "run_1", ...why],
    ["replay", "run_1"],
  ]) {
    expect(await run(...command)).toMatchObject({
      code: 1,
      text: expect.stringContaining("was discarded"),
    });
  }
  expect(await requests()).toEqual([]);
});

it.each([[[]], [["--reason", "because"]]])("lets none go without a reason that there is: %j", async (why) => {
  expect(await run("discard", "run_1", ...why)).toEqual({
    ...{ code: 1, text: "Say why with --reason: done-otherwise, not-wanted, done-twice, cannot-succeed." },
  });
  expect(await deadLetters.get("run_1")).toMatchObject({ status: "open" });
});

it("says what is wrong with a command line", async () => {
  for (const parameters of [[], ["show"], ["list", "run_1"], ["forward", "run_1"], ["show", "a", "b"]]) {
    expect(await run(...parameters)).toMatchObject({ code: 2, text: expect.stringContaining("Usage") });
  }
  expect(await run("show", "run_9")).toMatchObject({ code: 1, text: expect.stringContaining("run_9") });
});
