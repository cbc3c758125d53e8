import { expect, it, onTestFinished } from "vitest";
import { cannedServer, closedUrl } from "../contracts/canned-server.ts";
import { failureOf, personal } from "../contracts/failure.ts";
import { goodsIndex } from "../contracts/goods-index.ts";
import { onVendorCall, type VendorCall } from "../vendor-calls.ts";
import { typesenseSearch } from "./typesense.ts";

const product = {
  id: "prod_1",
  name: personal.text,
  category: "Gifts",
  shopId: "shop_1",
  price: 10,
  available: 1,
};

const found = JSON.stringify({ found: 0, page: 1, hits: [], facet_counts: [], search_time_ms: 1 });

async function indexAnswering(status: number, body: string, headers?: Record<string, string>) {
  const server = await cannedServer({ status, body, ...(headers ? { headers } : {}) });
  return { server, index: typesenseSearch({ url: server.url, apiKey: "secret-key", index: goodsIndex }) };
}

it.each([
  ["a bad request", 400, JSON.stringify({ message: `Bad value ${personal.email}` }), "final"],
  ["an unprocessable request", 422, JSON.stringify({ message: personal.name }), "final"],
  ["a proxy's answer", 502, "<html>Bad gateway</html>", "retryable"],
  ["a server that is catching up", 503, JSON.stringify({ message: "Not Ready or Lagging" }), "retryable"],
  ["an answer without results", 200, "{}", "retryable"],
  ["an answer of another form", 200, JSON.stringify([personal.text]), "retryable"],
] as const)("a search that gets %s, %s %j, is %s", async (_case, status, body, kind) => {
  const { server, index } = await indexAnswering(status, body);
  const error = await failureOf(index.search({ text: personal.text }), ["secret-key"]);
  expect(error).toMatchObject({ port: "search", vendor: "typesense", kind });
  expect(server.requests).toHaveLength(1);
  await server.stop();
});

it("an import whose lines are not as many as its documents is retryable", async () => {
  const { server, index } = await indexAnswering(200, '{"success":true}', { "content-type": "text/plain" });
  expect((await failureOf(index.import([product, product]))).kind).toBe("retryable");
  await server.stop();
});

it("a document that the server may take later is told apart from one it never will", async () => {
  const lines = [
    { success: false, code: 503, error: "Running out of memory", document: "{}" },
    { success: false, code: 400, error: `Bad JSON near ${personal.text}`, document: "{}" },
  ];
  const body = lines.map((line) => JSON.stringify(line)).join("\n");
  const { server, index } = await indexAnswering(200, body, { "content-type": "text/plain" });
  expect(await index.import([product, { ...product, id: "prod_2" }])).toEqual([
    { id: "prod_1", imported: false, kind: "retryable", reason: "Running out of memory" },
    { id: "prod_2", imported: false, kind: "final", reason: "Bad JSON near [removed]" },
  ]);
  await server.stop();
});

it("of a cluster the nearest node is asked, and the others only while it is down", async () => {
  const near = await cannedServer({ status: 200, body: found });
  const far = await cannedServer({ status: 200, body: found });
  const index = typesenseSearch({
    url: near.url,
    nodes: [near.url, far.url],
    apiKey: "key",
    index: goodsIndex,
  });
  for (let n = 0; n < 3; n++) await index.search({ text: "rice" });
  expect([near.requests.length, far.requests.length]).toEqual([3, 0]);
  await near.stop();
  for (let n = 0; n < 3; n++) await index.search({ text: "rice" });
  expect(far.requests).toHaveLength(3);
  await far.stop();
});

it.each([503, 500, 502])("a node that answers %i is passed over", async (status) => {
  const lagging = await cannedServer({ status, body: JSON.stringify({ message: "Not Ready or Lagging" }) });
  const well = await cannedServer({ status: 200, body: found });
  const nodes = [lagging.url, well.url];
  const index = typesenseSearch({ url: lagging.url, nodes, apiKey: "key", index: goodsIndex });
  expect((await index.search({ text: "rice" })).total).toBe(0);
  await Promise.all([lagging.stop(), well.stop()]);
});

it.each([400, 401, 404, 422, 429])(
  "a refusal of %i is the answer of all nodes, and the next one is not asked",
  async (status) => {
    const one = await cannedServer({
      status,
      body: JSON.stringify({ message: personal.text }),
      headers: { "retry-after": "7" },
    });
    const other = await cannedServer({ status: 200, body: found });
    const index = typesenseSearch({
      url: one.url,
      nodes: [one.url, other.url],
      apiKey: "key",
      index: goodsIndex,
    });
    for (let n = 0; n < 2; n++)
      expect(await failureOf(index.search({ text: "rice" }))).toMatchObject({ status, retryAfter: 7_000 });
    expect([one.requests.length, other.requests.length]).toEqual([2, 0]);
    await Promise.all([one.stop(), other.stop()]);
  },
);

it("with every node down it is one failure, within the time of one call", async () => {
  const closed = [await closedUrl(), await closedUrl()];
  const [url = ""] = closed;
  const index = typesenseSearch({ url, nodes: closed, apiKey: "key", index: goodsIndex, timeout: 900 });
  const begin = performance.now();
  expect(await failureOf(index.search({ text: "rice" }))).toMatchObject({ kind: "retryable" });
  expect(performance.now() - begin).toBeLessThan(900);
});

it("no index that is being filled is no failure of the vendor's; no index at all is one", async () => {
  const heard: VendorCall[] = [];
  onTestFinished(onVendorCall((call) => heard.push(call)));
  const server = await cannedServer({ status: 404, body: JSON.stringify({ message: "Not Found" }) });
  onTestFinished(() => server.stop());
  const index = typesenseSearch({ url: server.url, apiKey: "key", index: goodsIndex });
  expect(await failureOf(index.delete("prod_1"))).toMatchObject({ status: 404 });
  await expect.poll(() => heard.map(({ outcome }) => outcome).sort()).toEqual(["done", "failed"]);
});
