import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Authority, createAuthority, type Postgres, startPostgres } from "@org/local-stack";
import { afterAll, beforeAll, expect, it, onTestFinished } from "vitest";
import { postgresLedger } from "./ledger/postgres.ts";
import { createPool, migrate, type Pool } from "./postgres.ts";

let folder: string;
let ours: Authority;
let theirs: Authority;
let postgres: Postgres;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "tls-"));
  ours = await createAuthority(join(folder, "ours"));
  theirs = await createAuthority(join(folder, "theirs"));
  postgres = await startPostgres();
  await migrate(postgres.url);
  const { keyFile, certificateFile } = await ours.issue("localhost");
  const pool = createPool({ databaseUrl: postgres.url, maxConnections: 1 });
  // The server writes both itself, since it takes a key only from a file of its own.
  for (const [file, path] of [
    ["server.key", keyFile],
    ["server.crt", certificateFile],
  ]) {
    const lines = `'${(await readFile(path ?? "", "utf8")).trim()}'`;
    await pool.query(
      `copy (select unnest(string_to_array(${lines}, e'\\n'))) to program 'umask 077; cat > ${file}'`,
    );
  }
  await pool.query("alter system set ssl = on");
  await pool.query("select pg_reload_conf()");
  await pool.end();
});

afterAll(async () => {
  await postgres?.stop();
  await rm(folder, { recursive: true, force: true });
});

function poolAt(host: string, parameters: Record<string, string>): Pool {
  const url = new URL(postgres.url);
  url.hostname = host;
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  const pool = createPool({ databaseUrl: url.href });
  onTestFinished(() => pool.end());
  return pool;
}

const verified = (authority: Authority) => ({ sslmode: "verify-full", sslrootcert: authority.file });
const failure = (pool: Pool) =>
  postgresLedger(pool)
    .get("a key")
    .then(
      () => undefined,
      (error: Error) => error,
    );

it("verify-full takes the right name and authority, and what goes over the connection is encrypted", async () => {
  const { rows } = await poolAt("localhost", verified(ours)).query(
    "select ssl from pg_stat_ssl where pid = pg_backend_pid()",
  );
  expect(rows).toEqual([{ ssl: true }]);
});

it("verify-full refuses an authority that nobody named, and says what to set", async () => {
  const other = await failure(poolAt("localhost", verified(theirs)));
  expect(other?.message).toMatch(/does not trust who signed the server's certificate.*sslrootcert/);
  const unnamed = await failure(poolAt("localhost", { sslmode: "verify-full" }));
  expect(unnamed?.message).toMatch(/does not trust who signed the server's certificate.*sslrootcert/);
});

it("verify-full refuses another name than the certificate's, and says so", async () => {
  const error = await failure(poolAt("127.0.0.1", verified(ours)));
  expect(error?.message).toMatch(/The server's certificate is for another name than DATABASE_URL has/);
});

it("without TLS at the server, says so", async () => {
  const pool = createPool({ databaseUrl: postgres.url, maxConnections: 1 });
  await pool.query("alter system set ssl = off");
  await pool.query("select pg_reload_conf()");
  await pool.end();
  await expect
    .poll(async () => (await failure(poolAt("localhost", verified(ours))))?.message, { timeout: 20_000 })
    .toMatch(/The server speaks no TLS/);
});
