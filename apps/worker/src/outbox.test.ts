import { execFile } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { createDatabase } from "@org/local-stack";
import { postgresOutbox } from "@org/stores/outbox/postgres";
import { createPool } from "@org/stores/postgres";
import { afterAll, beforeEach, expect, inject, it, onTestFinished } from "vitest";
import { outboxCommand } from "./outbox.ts";

const database = await createDatabase(inject("postgresUrl"), { template: inject("templateDatabase") });
const pool = createPool({ databaseUrl: database.url });
const outbox = postgresOutbox(pool);
const run = (...parameters: string[]) => outboxCommand(parameters, outbox);
const id = "order.created:ord_1";
const why = ["--reason", "cannot-succeed"];

beforeEach(async () => {
  await pool.query("truncate platform.outbox");
  await outbox.send({ id, name: "order.created", v: "1", data: { email: "asha@example.com" } });
});

afterAll(async () => {
  await pool.end();
  await database.drop();
});

const refuse = () => pool.query("update platform.outbox set attempts = 3, last_error = '400 Bad Request'");

it("lists what the engine refuses, without what it says", async () => {
  expect(await run("list")).toEqual({ code: 0, text: "The engine refuses no event." });
  await refuse();
  const text = "refused 3x  0 behind it  order.created  order.created:ord_1  400 Bad Request";
  expect(await run("list")).toEqual({ code: 0, text });
});

it("gives one up for a reason, once", async () => {
  await refuse();
  expect(await run("discard", id)).toMatchObject({ code: 1, text: expect.stringContaining("--reason") });
  expect((await outbox.state()).pending).toBe(1);
  expect(await run("discard", id, ...why)).toEqual({
    ...{ code: 0, text: `${id} is given up: it can never succeed. See: outbox list` },
  });
  expect(await run("discard", id, ...why)).toMatchObject({
    ...{ code: 1, text: expect.stringContaining("No such event is refused") },
  });
});

it("lists as JSON what org-events check takes for what waits", async () => {
  expect(await run("list", "--json")).toEqual({
    code: 0,
    text: '{"name":"order.created","v":"1","events":1}',
  });
  const { text } = await run("list", "--json");
  const folder = await mkdtemp(join(tmpdir(), "outbox-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await writeFile(join(folder, "outbox.ndjson"), `${text}\n`);
  const engine = createServer((_request, response) => response.end('{"data":[]}')).listen(0, "127.0.0.1");
  onTestFinished(() => void engine.close());
  await once(engine, "listening");
  const env = { ...process.env, INNGEST_BASE_URL: `http://127.0.0.1:${Object(engine.address()).port}` };
  const command = fileURLToPath(import.meta.resolve("@org/events/package.json"));
  const parameters = [join(command, "../dist/cli.js"), "check", "--in-flight", "--outbox", "outbox.ndjson"];
  const releases = ["--releases", join(command, "../releases")];
  const checked = promisify(execFile)(process.execPath, [...parameters, ...releases], { cwd: folder, env });
  const { stdout, stderr } = await checked.catch((error: unknown) => Object(error));
  expect(`${stdout}${stderr}`).toContain(
    "order.created of version 1 is in flight (0 in the engine, 1 in the outbox) and could not be read",
  );
});

it.each([[[]], [["discard"]], [["discard", id, "now", ...why]], [["discard", id, "--all"]], [["list", id]]])(
  "shows its usage for %j",
  async (parameters) => {
    expect(await run(...parameters)).toMatchObject({
      code: 2,
      text: expect.stringContaining("outbox discard"),
    });
  },
);
