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

interface Finding {
  check: string;
  verdict: string;
  says: string;
}

/** The doctor's findings, and how it ended. */
async function doctor(change: Record<string, string> = {}, ...parameters: string[]) {
  const options = { env: { ...stack.environment, ...change } };
  const run = promisify(execFile)(process.execPath, [cli, "doctor", "--json", ...parameters], options);
  const { stdout, code } = await run.then(
    ({ stdout }) => ({ stdout, code: 0 }),
    (error: { stdout: string; code: number }) => error,
  );
  const findings: Finding[] = JSON.parse(stdout);
  return { code, findings, said: (check: string) => findings.find((each) => each.check === check)?.says };
}

it("the doctor finds nothing wrong with a platform that works, and sends a test alert only when asked", async () => {
  const { code, findings } = await doctor();
  const others = findings.filter(({ verdict }) => verdict !== "ok");
  expect(code).toBe(0);
  expect(others.map(({ check, verdict }) => `${check}, ${verdict}`)).toEqual([
    "alerts: email, unknown",
    "partners: a partner's webhook, unknown",
    "sms: MSG91, unknown",
    "alerts, unknown",
  ]);
  expect(stack.emulators.outbox()).toEqual([]);
  await doctor({}, "--send");
  const alert = { subject: expect.stringContaining("A test of the alerts") };
  expect(stack.emulators.outbox()).toContainEqual(expect.objectContaining(alert));
});

it("the doctor names everything that is wrong at once, and what to do, and no key", async () => {
  const nobody = "http://127.0.0.1:9";
  const wrong = {
    INNGEST_DEV: nobody,
    RESEND_API_KEY: "re_unknown",
    TYPESENSE_URL: nobody,
    ARCHIVE_DIR: `${cli}/archive`,
    DATABASE_DIRECT_URL: "postgres://user:secret@127.0.0.1:9/platform",
  };
  const { code, findings, said } = await doctor(wrong);
  expect(code).toBe(1);
  expect(said("engine: mohallamart")).toContain(`The engine cannot be reached at ${nobody}`);
  expect(said("email: Resend")).toContain("Resend does not take RESEND_API_KEY (403)");
  expect(said("search: Typesense")).toContain(`Typesense cannot be reached at ${nobody}`);
  expect(said("search index")).toContain("node cli.js migrate reindex");
  expect(said("archive: a folder")).toContain("ARCHIVE_DIR is no folder");
  expect(said("direct connection")).toContain("ECONNREFUSED");
  expect(findings.filter(({ verdict }) => verdict === "wrong")).toHaveLength(8);
  expect(JSON.stringify(findings)).not.toMatch(/re_unknown|secret/);
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
  stack.emulators.failNext("resend", { status: 422, about: user.email });
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

it("lets a role that exists work with rows, and says how to make one that does not", async () => {
  const allow = (...parameters: string[]) =>
    promisify(execFile)(process.execPath, [cli, "allow-app", ...parameters], { env: stack.environment }).then(
      () => ({ code: 0, stderr: "" }),
      (error: { stderr: string; code: number }) => error,
    );
  expect(await allow()).toMatchObject({ code: 2, stderr: expect.stringContaining("one role") });
  const refusal = { code: 1, stderr: expect.stringContaining('create role "of_the_apps" login') };
  expect(await allow("of_the_apps")).toMatchObject(refusal);
  await pool.query("create role of_the_apps login");
  expect(await allow("of_the_apps")).toMatchObject({ code: 0 });
  const { rows } = await pool.query(
    "select has_table_privilege('of_the_apps', 'platform.outbox', 'insert') as may",
  );
  expect(rows).toEqual([{ may: true }]);
});
