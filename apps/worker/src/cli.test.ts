import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, it } from "vitest";
import { completeEnvironment } from "./testing/complete-environment.ts";

const cli = fileURLToPath(new URL("../dist/cli.js", import.meta.url));
const environment = { ...completeEnvironment, DATABASE_URL: "postgres://user:secret@127.0.0.1:9/none" };

it.each([
  ["migrate"],
  ["demo-data"],
  ["dead-letters list"],
  ["outbox list"],
  ["lost-events list"],
  ["passkeys forget mohallamart asha@example.com"],
  ["personal-data mohallamart user_asha"],
  ["allow-app of_the_apps"],
])("`%s` says in plain words that its database does not answer, and where to look", async (command) => {
  const run = promisify(execFile)(process.execPath, [cli, ...command.split(" ")], { env: environment });
  const { code, stderr } = await run.then(
    () => ({ code: 0, stderr: "" }),
    (error: { code: number; stderr: string }) => error,
  );
  expect(code).toBe(1);
  expect(stderr).toMatch(/^.*ECONNREFUSED.*\n`node cli\.js doctor` says .*\n$/);
  expect(stderr).not.toContain("secret");
});
