import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { userCreated } from "@org/events/mohallamart/user-created";
import { type Stack, startStack } from "@org/local-stack";
import { postgresDeadLetters } from "@org/stores/dead-letters/postgres";
import { mohallaMartStores } from "@org/stores/mohallamart/postgres";
import { createPool, type Pool } from "@org/stores/postgres";
import { afterAll, beforeAll, expect, it, vi } from "vitest";

const cli = fileURLToPath(new URL("../dist/cli.js", import.meta.url));
const patience = { timeout: 20_000, interval: 20 };

let stack: Stack;
let pool: Pool;

beforeAll(async () => {
  stack = await startStack({ environment: process.env, apps: ["engine", "worker"] });
  pool = createPool({ databaseUrl: stack.urls.postgres });
});

afterAll(async () => {
  await pool?.end();
  await stack?.stop();
});

async function deadLettersCommand(...parameters: string[]): Promise<string> {
  const options = { env: stack.environment };
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [cli, "dead-letters", ...parameters],
    options,
  );
  return stdout;
}

it("a message that the vendor refuses is sent once an operator replays its run", async () => {
  const user = { userId: "user_asha", name: "Asha Rao", email: "asha@example.com" };
  const sent = () => stack.emulators.outbox().filter(({ to }) => to === user.email).length;
  stack.emulators.failNext("resend", { status: 422 });
  await mohallaMartStores(pool).users.add(user, { emit: [userCreated.create(user)] });

  const letters = postgresDeadLetters(pool);
  const [letter] = await vi.waitUntil(async () => {
    const listed = await letters.list();
    return listed.length > 0 && listed;
  }, patience);
  const runId = letter?.runId ?? "";
  expect(await deadLettersCommand("list")).toContain(runId);
  expect(await deadLettersCommand("show", runId)).not.toContain(user.email);
  expect(sent()).toBe(0);

  expect(await deadLettersCommand("replay", runId)).toContain("deliver-email");
  await vi.waitUntil(() => sent() > 0, patience);
  expect(await deadLettersCommand("list", "--all")).toMatch(new RegExp(`${runId} .*replayed`));
  expect(await letters.list({ status: "open" })).toEqual([]);
  expect(sent()).toBe(1);
});
