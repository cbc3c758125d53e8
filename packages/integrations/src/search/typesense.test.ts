import { expect, it } from "vitest";
import { cannedServer } from "../contracts/canned-server.ts";
import { failureOf, personal } from "../contracts/failure.ts";
import { goodsIndex } from "../contracts/goods-index.ts";
import { typesenseSearch } from "./typesense.ts";

const product = {
  id: "prod_1",
  name: personal.text,
  category: "Gifts",
  shopId: "shop_1",
  price: 10,
  available: 1,
};

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
