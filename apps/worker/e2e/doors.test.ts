import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { createDatabase } from "@org/local-stack";
import { afterAll, afterEach, beforeAll, expect, inject, it, vi } from "vitest";
import { maximumCallBytes } from "../src/requests.ts";
import { completeEnvironment } from "../src/testing/complete-environment.ts";

const signingKey = `signkey-test-${"a1".repeat(16)}`;
const serveOrigin = "https://worker.mohallamart.test";
const path = "/api/inngest/mohallamart";
const dist = (name: string) => fileURLToPath(new URL(`../dist/${name}.js`, import.meta.url));

let database: Awaited<ReturnType<typeof createDatabase>>;
let inngest: Server;
let worker: ChildProcess;
let port: number;
let output = "";
let environment: NodeJS.ProcessEnv;
/** The addresses at which functions were registered. */
let registered: string[] = [];
/** The functions that Inngest has of an app, by its id. */
let known: Record<string, string[]> = {};

/** Stands for Inngest, as far as registering goes. */
async function startInngest(): Promise<Server> {
  const server = createServer(async (incoming, outgoing) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk);
    const [, appId = ""] = /^\/v1\/apps\/([^/]+)\/functions$/.exec(incoming.url ?? "") ?? [];
    if (incoming.method === "GET") {
      outgoing.statusCode = known[appId] === undefined ? 404 : 200;
      outgoing.end(JSON.stringify((known[appId] ?? []).map((slug) => ({ slug }))));
      return;
    }
    const body: { url?: string } = JSON.parse(Buffer.concat(chunks).toString());
    if (incoming.url?.startsWith("/fn/register") && body.url) registered.push(body.url);
    outgoing.setHeader("content-type", "application/json");
    outgoing.end(JSON.stringify({ ok: true, status: 200, modified: true }));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return server;
}

function portOf(server: Server): number {
  const address: AddressInfo | string | null = server.address();
  if (address === null || typeof address === "string") throw new Error("the server does not listen.");
  return address.port;
}

beforeAll(async () => {
  database = await createDatabase(inject("postgresUrl"), { template: inject("templateDatabase") });
  inngest = await startInngest();
  environment = {
    PATH: process.env.PATH,
    HOST: "127.0.0.1",
    PORT: "0",
    ...completeEnvironment,
    DATABASE_URL: database.url,
    INNGEST_BASE_URL: `http://127.0.0.1:${portOf(inngest)}`,
    INNGEST_SIGNING_KEY: signingKey,
    INNGEST_SERVE_ORIGIN: serveOrigin,
    TYPESENSE_URL: "http://127.0.0.1:9",
    REDIS_URL: "redis://127.0.0.1:9",
  };
  worker = spawn(process.execPath, [dist("server")], { env: environment });
  for (const stream of [worker.stdout, worker.stderr]) stream?.on("data", (text) => (output += text));
  port = await vi.waitFor(() => {
    const [, found] = /"port":(\d+)/.exec(output) ?? [];
    if (found === undefined) throw new Error(`the worker does not listen: ${output}`);
    return Number(found);
  }, 30_000);
});

afterEach(() => {
  registered = [];
  known = {};
});

afterAll(async () => {
  if (worker.exitCode === null) {
    worker.kill("SIGTERM");
    await once(worker, "exit");
  }
  inngest.close();
  await database.drop();
});

interface Sent {
  method?: string;
  headers?: Record<string, string>;
  /** Sent piece by piece, without Content-Length. */
  pieces?: string[];
}

/** A request as anybody on the network can make it, whose Host header is theirs to choose. */
function ask({
  method = "POST",
  headers = {},
  pieces = [],
}: Sent): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const outgoing = request({ port, path, method, headers, agent: false }, (incoming) => {
      let text = "";
      incoming.on("data", (chunk) => (text += chunk));
      incoming.on("end", () => resolve({ status: incoming.statusCode ?? 0, text }));
    });
    outgoing.on("error", reject);
    for (const piece of pieces) outgoing.write(piece);
    outgoing.end();
  });
}

const seconds = () => Math.round(Date.now() / 1_000);
const forged = (time = seconds()) => ({ "x-inngest-signature": `t=${time}&s=${"0".repeat(64)}` });

it("registers its functions nowhere when a stranger asks for it, whatever the request says", async () => {
  const evil = { host: "evil.example", "x-forwarded-host": "evil.example", "x-forwarded-proto": "https" };
  for (const headers of [evil, { ...evil, ...forged() }, { ...evil, "x-inngest-sync-kind": "in_band" }]) {
    expect(await ask({ method: "PUT", headers, pieces: ['{"url":"https://evil.example"}'] })).toMatchObject({
      status: 401,
    });
  }
  expect(registered).toEqual([]);
});

it("registers every app at its configured address by `cli.js sync`", async () => {
  const { stdout } = await promisify(execFile)(process.execPath, [dist("cli"), "sync"], {
    // The command asks the worker where Inngest does; here no proxy stands between.
    env: { ...environment, INNGEST_SERVE_ORIGIN: `http://127.0.0.1:${port}` },
  });
  expect(stdout.match(/registered/g)).toHaveLength(3);
  expect(registered).toEqual(
    ["mohallamart", "ten-ocean", "operations"].map((app) => `${serveOrigin}/api/inngest/${app}`),
  );
});

it("says why `cli.js sync` failed: another key, or no worker", async () => {
  const attempt = (change: NodeJS.ProcessEnv) =>
    promisify(execFile)(process.execPath, [dist("cli"), "sync"], { env: { ...environment, ...change } });
  const here = { INNGEST_SERVE_ORIGIN: `http://127.0.0.1:${port}` };
  await expect(
    attempt({ ...here, INNGEST_SIGNING_KEY: `signkey-test-${"b2".repeat(16)}` }),
  ).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining("another INNGEST_SIGNING_KEY") });
  await expect(attempt({ INNGEST_SERVE_ORIGIN: "http://127.0.0.1:9" })).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringContaining("cannot be reached"),
  });
  expect(registered).toEqual([]);
});

it("registers nothing by `cli.js sync` when a function that Inngest has is gone, until its removal is declared", async () => {
  const attempt = (...parameters: string[]) =>
    promisify(execFile)(process.execPath, [dist("cli"), "sync", ...parameters], {
      env: { ...environment, INNGEST_SERVE_ORIGIN: `http://127.0.0.1:${port}` },
    });
  known = { mohallamart: ["mohallamart-process-order", "mohallamart-pack-parcel"] };
  await expect(attempt()).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringContaining("sync --removed mohallamart-pack-parcel"),
  });
  expect(registered).toEqual([]);
  const { stdout } = await attempt("--removed", "mohallamart-pack-parcel");
  expect(stdout.match(/registered/g)).toHaveLength(3);
});

it.each([
  ["no signature", {}],
  ["half a signature", { "x-inngest-signature": `t=${seconds()}` }],
  ["a signature of an hour ago", forged(seconds() - 3_600)],
])("answers %s without waiting for the body", async (_what, headers) => {
  // More is announced than is ever sent: whoever reads the body first never answers.
  const answer = await new Promise<number>((resolve, reject) => {
    const outgoing = request(
      { port, path, method: "POST", headers: { ...headers, "content-length": "100000000" } },
      (incoming) => {
        resolve(incoming.statusCode ?? 0);
        outgoing.destroy();
      },
    );
    outgoing.on("error", reject);
    outgoing.write("{");
  });
  expect(answer).toBe(401);
});

it("reads no further than a call of Inngest's can be long, whether the length is announced or not", async () => {
  const announced = { ...forged(), "content-length": String(maximumCallBytes + 1) };
  const started = await new Promise<number>((resolve, reject) => {
    const outgoing = request({ port, path, method: "POST", headers: announced }, (incoming) => {
      resolve(incoming.statusCode ?? 0);
      outgoing.destroy();
    });
    outgoing.on("error", reject);
    outgoing.flushHeaders();
  });
  expect(started).toBe(413);
  const piece = "x".repeat(1024 * 1024);
  const pieces = Array.from({ length: maximumCallBytes / piece.length + 1 }, () => piece);
  expect(await ask({ headers: forged(), pieces })).toMatchObject({ status: 413 });
});

it("answers a body that is no JSON with 400 and keeps it out of its log", async () => {
  const answer = await ask({ headers: forged(), pieces: ['{"email":"asha@example.com"'] });
  expect(answer).toMatchObject({ status: 400, text: expect.stringContaining("not JSON") });
  expect(await ask({ headers: forged(), pieces: ['{"email":"asha@example.com"}'] })).toMatchObject({
    status: 401,
  });
  expect(`${output}${answer.text}`).not.toContain("asha@");
});

it("answers an address that it does not have in its own words", async () => {
  const response = await fetch(`http://127.0.0.1:${port}/admin`);
  expect([response.status, await response.json()]).toEqual([
    404,
    { error: "There is nothing at this address." },
  ]);
});
