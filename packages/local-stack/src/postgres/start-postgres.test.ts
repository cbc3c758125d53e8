import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { afterAll, describe, expect, it } from "vitest";
import { identify } from "../processes/identity.ts";
import { InUseError } from "../processes/ownership.ts";
import { startPostgres } from "./start-postgres.ts";

const dataDir = await mkdtemp(join(tmpdir(), "start-postgres-test-"));
afterAll(() => rm(dataDir, { recursive: true, force: true }));

async function query(url: string, statement: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
}

/** Starts Postgres on `dataDir` in a process of its own and kills that process without warning. */
async function killedParent(): Promise<{ pid: number; url: string }> {
  const module = join(import.meta.dirname, "start-postgres.ts");
  const program = `
    const { startPostgres } = await import(${JSON.stringify(module)});
    const { pid, url } = await startPostgres({ dataDir: ${JSON.stringify(dataDir)} });
    console.log(JSON.stringify({ pid, url }));
    setInterval(() => {}, 1000);`;
  const parent = spawn(process.execPath, ["--input-type=module", "-e", program], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [line] = await once(parent.stdout.setEncoding("utf8"), "data");
  parent.kill("SIGKILL");
  await once(parent, "exit");
  return JSON.parse(line);
}

describe("startPostgres", () => {
  it("runs a temporary server that leaves nothing behind", async () => {
    const postgres = await startPostgres();
    const [row] = await query(postgres.url, "select version(), current_setting('data_directory') as folder");
    expect(row).toMatchObject({ version: expect.stringContaining("PostgreSQL 18") });
    const { folder } = row as { folder: string };
    await postgres.stop();
    expect(identify(postgres.pid)).toBeUndefined();
    expect(existsSync(folder)).toBe(false);
  });

  it("gives each caller its own copy of a template database", async () => {
    const postgres = await startPostgres();
    const template = await postgres.createDatabase({ name: "template_shop" });
    await query(template.url, "create table shop (name text); insert into shop values ('Sharma Kirana')");
    const [first, second] = await Promise.all([
      postgres.createDatabase({ template: template.name }),
      postgres.createDatabase({ template: template.name }),
    ]);
    await query(first.url, "delete from shop");
    expect(await query(second.url, "select name from shop")).toEqual([{ name: "Sharma Kirana" }]);
    await second.drop();
    await expect(query(second.url, "select 1")).rejects.toThrow(/does not exist/);
    await postgres.stop();
  });

  it("finds its data again after a stop", async () => {
    const first = await startPostgres({ dataDir });
    await query(first.url, "create table kept (value int); insert into kept values (42)");
    await first.stop();
    const second = await startPostgres({ dataDir });
    expect(await query(second.url, "select value from kept")).toEqual([{ value: 42 }]);
    await second.stop();
  });

  it("takes over from a server whose parent was killed", async () => {
    const orphan = await killedParent();
    expect(await query(orphan.url, "select 1 as one")).toEqual([{ one: 1 }]);
    const postgres = await startPostgres({ dataDir });
    expect(identify(orphan.pid)).toBeUndefined();
    expect(await query(postgres.url, "select value from kept")).toEqual([{ value: 42 }]);
    await postgres.stop();
  });

  it("refuses data that a running process uses, and says which", async () => {
    const module = join(import.meta.dirname, "../processes/ownership.ts");
    const file = join(dataDir, "cluster.owner");
    const program = `(await import(${JSON.stringify(module)})).claim(${JSON.stringify(file)}, "x"); console.log("claimed"); setInterval(() => {}, 1000);`;
    const other = spawn(process.execPath, ["--input-type=module", "-e", program], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    await once(other.stdout, "data");
    await expect(startPostgres({ dataDir })).rejects.toThrow(InUseError);
    await expect(startPostgres({ dataDir })).rejects.toThrow(`is in use by process ${other.pid}`);
    other.kill("SIGKILL");
    await once(other, "exit");
    expect(JSON.parse(readFileSync(file, "utf8"))).toMatchObject({ pid: other.pid });
    await (await startPostgres({ dataDir })).stop();
  });

  it("reports a server that dies, with its last lines", async () => {
    const postgres = await startPostgres();
    process.kill(postgres.pid, "SIGTERM");
    expect((await postgres.crashed).join("\n")).toContain("received smart shutdown request");
    await postgres.stop();
  });
});
