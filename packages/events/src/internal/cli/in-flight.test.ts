import { once } from "node:events";
import { mkdtemp, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type DevServer, startDevServer } from "@org/local-engine";
import { Inngest } from "inngest";
import { serve } from "inngest/node";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { ParseEventsMiddleware } from "../../inngest.ts";
import { mohallaMartCatalogue } from "../../mohallamart.ts";
import { versionsInFlight, versionsThatMayGo } from "../release/in-flight.ts";
import { createRelease } from "../release/release.ts";
import { writeRelease } from "../release/release-files.ts";
import { run } from "../testing/run-cli.ts";
import { earlierVersion, orderCreated, versionedCatalogue } from "../testing/versioned-events.ts";

const oldOrder = {
  ...{ orderId: "ord_1", userId: "user_1", shopId: "shop_1" },
  items: [{ productId: "prod_101", quantity: 2, price: 19.99 }],
};

const quiet = () => undefined;
const logger = { debug: quiet, info: quiet, warn: quiet, error: quiet };
const app = createServer();
let server: DevServer;
let runId: string | undefined;
let env: Record<string, string>;

/** An engine with one order in an earlier version, whose run sleeps for a day. */
beforeAll(async () => {
  server = await startDevServer({ port: 0, pollInterval: false });
  env = { INNGEST_BASE_URL: server.url };
  const middleware = [ParseEventsMiddleware];
  const client = new Inngest({ id: "shop", baseUrl: server.url, isDev: true, logger, middleware });
  const remind = client.createFunction({ id: "remind", triggers: [orderCreated] }, ({ step }) =>
    step.sleep("a-day", "1d"),
  );
  app.on("request", serve({ client, functions: [remind] }));
  app.listen(0, "127.0.0.1");
  await once(app, "listening");
  await fetch(`http://127.0.0.1:${Object(app.address()).port}/api/inngest`, { method: "PUT" });
  const event = { name: "order.created", v: earlierVersion, data: oldOrder };
  await fetch(`${server.url}/e/test`, { method: "POST", body: JSON.stringify(event) });
  await vi.waitUntil(() => {
    runId = server.engine.runs({ status: "Running" })[0]?.id;
    return runId !== undefined;
  });
});

afterAll(async () => {
  app.closeAllConnections();
  app.close();
  await server.close();
});

async function check(catalogue: typeof versionedCatalogue | typeof mohallaMartCatalogue) {
  const root = await mkdtemp(join(tmpdir(), "org-events-flight-"));
  const releases = join(root, "releases");
  await writeRelease(releases, createRelease("1.0.0", [catalogue]));
  const argv = ["check", "--releases", releases, "--changesets", root, "--readers", root, "--in-flight"];
  return { root, argv, catalogues: [catalogue] };
}

it("refuses a tree that could not read what is under way", async () => {
  const { argv, catalogues } = await check(mohallaMartCatalogue);
  const { code, out } = await run(argv, { env, fetch, catalogues });
  expect(code).toBe(1);
  expect(out).toContain(
    `PROBLEM order.created of version ${earlierVersion} is in flight (1 in the engine) and could not be read`,
  );
});

it("counts what has a run that has not ended, and what waits in the outbox", async () => {
  const { root, argv, catalogues } = await check(versionedCatalogue);
  const outbox = join(root, "outbox.ndjson");
  const waiting = [
    { name: "order.created", v: earlierVersion },
    { name: "order.created", v: orderCreated.version },
    { name: "somebody.elses", v: "1" },
    { name: "user/registered", v: null },
  ];
  await writeFile(outbox, waiting.map((event) => JSON.stringify(event)).join("\n"));
  const before = await run([...argv, "--outbox", outbox], { env, fetch, catalogues });
  expect(before).toMatchObject({
    code: 0,
    out: expect.stringContaining(
      `in flight: order.created ${earlierVersion}: 1 in the engine, 1 in the outbox; sent until 2027-03-31`,
    ),
  });
  expect(await server.engine.cancelRun(String(runId))).toBe(true);
  const after = await run(argv, { env, fetch, catalogues });
  expect(after).toMatchObject({ code: 0, out: expect.not.stringContaining("in flight:") });
});

it.each([
  ["no engine", undefined, "Start it with pnpm dev"],
  ["one that refuses", () => new Response("", { status: 401 }), "it answers 401"],
  ["something else", () => new Response("<html>"), "its answer is no list"],
])("says that it could not ask %s", async (_, answer, message) => {
  const { argv, catalogues } = await check(versionedCatalogue);
  const asked = await run(argv, { ...(answer ? { fetch: async () => answer() } : {}), catalogues });
  expect(asked).toMatchObject({ code: 3, errors: expect.stringContaining(message) });
});

it("names the line of the outbox that is no event, without it", async () => {
  const { root, argv, catalogues } = await check(versionedCatalogue);
  const outbox = join(root, "outbox.ndjson");
  await writeFile(outbox, '{"name":"order.created"}\n{"email":"maya@example.com"}\n');
  const { code, errors } = await run([...argv, "--outbox", outbox], { env, fetch, catalogues });
  expect({ code, errors }).toMatchObject({ code: 2, errors: expect.stringContaining("line 2 of") });
  expect(errors).not.toContain("maya");
});

it("lets a version go once its sunset is over and nothing of it is under way", () => {
  const [one] = versionsInFlight(
    [versionedCatalogue],
    [{ name: "order.created", v: earlierVersion, where: "engine" }],
  );
  const gone = versionsThatMayGo([versionedCatalogue], one ? [one] : [], "2027-04-01");
  expect(gone.map(({ event }) => event).sort()).toEqual(["event/rsvp.changed", "user/registered"]);
  expect(versionsThatMayGo([versionedCatalogue], [], "2027-03-31")).toEqual([]);
});
