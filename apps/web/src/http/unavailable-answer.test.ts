import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import { DatabaseUnavailableError, unavailableChannel } from "@org/stores/unavailable";
import { expect, it, onTestFinished, vi } from "vitest";
import { isFull, maximumRequests, watchRequests } from "./requests-in-hand.ts";

const log = { warn: vi.fn() };
watchRequests(log);

/** A server whose answers pass through what `watchRequests` has put before every server of this process. */
async function serving(listener: RequestListener) {
  const server = createServer(listener);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server has no port.");
  return (path: string, headers: Record<string, string> = {}) =>
    fetch(`http://127.0.0.1:${address.port}${path}`, { headers });
}

/** As a store fails, somewhere below the page. */
async function failing(): Promise<void> {
  await Promise.resolve();
  const { port, code } = new DatabaseUnavailableError("locked", { port: "stores", code: "55P03" });
  unavailableChannel.publish({ port, code });
}

const page: RequestListener = async (_request, response) => {
  await failing();
  response.statusCode = 500;
  response.setHeader("content-security-policy", "style-src 'nonce-abc'");
  response.setHeader("content-encoding", "gzip");
  response.write("half an error ");
  response.end("page");
};

it("a page that the database failed is answered with 503, in its product's name", async () => {
  const ask = await serving(page);
  for (const [path, product] of [
    ["/cart", "MohallaMart"],
    ["/ten-ocean/forum?page=2", "10 Ocean"],
  ] as const) {
    const response = await ask(path);
    expect([response.status, response.headers.get("retry-after")]).toEqual([503, "5"]);
    expect(response.headers.get("content-encoding")).toBeNull();
    expect(response.headers.get("cache-control")).toBe("no-store");
    const text = await response.text();
    expect(text).toContain("too much going on");
    expect(text).toContain(product);
    expect(text).toContain('nonce="abc"');
    expect(text).not.toContain("half an error");
  }
});

it("the log says what failed", async () => {
  log.warn.mockClear();
  await (await serving(page))("/cart");
  expect(log.warn).toHaveBeenCalledExactlyOnceWith(
    { port: "stores", code: "55P03" },
    "the database did not serve a store",
  );
});

it("takes no page beyond so many requests in hand, and forms a little longer", () => {
  const inHand = globalThis.orgWebRequestsInHand;
  if (!inHand) throw new Error("Nobody counts.");
  inHand.count = maximumRequests;
  expect([isFull("GET"), isFull("POST")]).toEqual([false, false]);
  inHand.count = maximumRequests + 1;
  expect([isFull("GET"), isFull("POST")]).toEqual([true, false]);
  inHand.count = 2 * maximumRequests + 1;
  expect([isFull("GET"), isFull("POST")]).toEqual([true, true]);
  inHand.count = 0;
});

it("programs get JSON, and a form that a script sent gets what the page shows", async () => {
  const ask = await serving(page);
  const json = await ask("/x", { accept: "application/json" });
  expect([json.status, await json.json()]).toEqual([503, { error: expect.stringContaining("too much") }]);
  const action = await ask("/x", { "next-action": "id" });
  expect([action.status, action.headers.get("content-type")]).toEqual([503, "text/plain"]);
  expect(await action.text()).toMatch(/^There is too much going on right now\. /);
});

it("other failures, and pages that did without the database, stay what they are", async () => {
  const ask = await serving(async (request, response) => {
    if (request.url === "/degraded") await failing();
    response.writeHead(request.url === "/degraded" ? 200 : 500, { "content-type": "text/plain" });
    response.end("as it is");
  });
  for (const [path, status] of [
    ["/degraded", 200],
    ["/broken", 500],
  ] as const) {
    const response = await ask(path);
    expect([response.status, await response.text()]).toEqual([status, "as it is"]);
  }
});

it("tells requests at the same time apart, and counts them while they are in hand", async () => {
  const counts: number[] = [];
  const ask = await serving(async (request, response) => {
    counts.push(globalThis.orgWebRequestsInHand?.count ?? 0);
    if (request.url === "/fails") await failing();
    else await new Promise((resolve) => setImmediate(resolve));
    response.statusCode = 500;
    response.end("");
  });
  const paths = [
    "/fails",
    "/other",
    "/fails",
    "/other",
    "/_next/static/x",
    "/health",
    "/health/ready",
    "/orders/ord_1/progress",
  ];
  const statuses = await Promise.all(paths.map(async (path) => (await ask(path)).status));
  expect(statuses).toEqual([503, 500, 503, 500, 500, 500, 500, 500]);
  expect(Math.max(...counts)).toBeLessThanOrEqual(4);
  await expect.poll(() => globalThis.orgWebRequestsInHand?.count).toBe(0);
});
