import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Inngest } from "inngest";
import { expect, it, onTestFinished } from "vitest";
import { examine } from "./check.ts";
import { engineChecks } from "./engine-checks.ts";

const client = new Inngest({ id: "shop" });
const functions = ["greet", "count"].map((id) =>
  client.createFunction({ id, triggers: [{ event: "test" }] }, () => undefined),
);

/** An engine that gives this answer to whoever asks for an app's functions. @returns what the doctor then says */
async function told(status: number, body: unknown, signingKey?: string) {
  const asked: (string | undefined)[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url, request.headers.authorization);
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  onTestFinished(() => void server.close());
  const address: AddressInfo | string | null = server.address();
  if (address === null || typeof address === "string") throw new Error("The server does not listen.");
  const options = { engineUrl: `http://127.0.0.1:${address.port}`, signingKey };
  const [finding] = await examine(
    engineChecks({ apps: { "/api/inngest/shop": { client, functions } }, ...options }),
  );
  return { finding, asked };
}

const known = (...ids: string[]) => ids.map((id) => ({ id: `shop-${id}` }));

it("is content with an engine that knows exactly what is served", async () => {
  const { finding, asked } = await told(200, known("greet", "count"));
  expect(finding).toEqual({ check: "engine: shop", verdict: "ok", says: "knows all 2 functions" });
  expect(asked).toEqual(["/v1/apps/shop/functions", undefined]);
});

it.each([
  [200, known("greet"), "does not know shop-count"],
  [
    200,
    known("greet", "count", "gone", "older"),
    "has shop-gone and 1 more functions, which this release does not serve",
  ],
  [404, { error: "no app" }, "knows no app shop"],
  [401, {}, "does not take INNGEST_SIGNING_KEY"],
  [503, {}, "answered 503"],
  [200, { data: 1 }, "cannot be read"],
])("says what is wrong with an answer of %i (%j)", async (status, body, says) => {
  const { finding } = await told(status, body);
  expect(finding).toMatchObject({ verdict: "wrong", says: expect.stringContaining(says) });
});

it("shows the signing key hashed, as the SDK does", async () => {
  const { asked } = await told(200, known("greet", "count"), "signkey-prod-00ff");
  const hash = "06eb7d6a69ee19e5fbdf749018d3d2abfa04bcbd1365db312eb86dc7169389b8";
  expect(asked[1]).toBe(`Bearer signkey-prod-${hash}`);
});

it("asks with the other key while the signing key changes, when the engine refuses the first", async () => {
  const asked: (string | undefined)[] = [];
  const server = createServer((request, response) => {
    asked.push(request.headers.authorization);
    const body = asked.length === 1 ? {} : known("greet", "count");
    response.writeHead(asked.length === 1 ? 401 : 200).end(JSON.stringify(body));
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  onTestFinished(() => void server.close());
  const address: AddressInfo | string | null = server.address();
  if (address === null || typeof address === "string") throw new Error("The server does not listen.");
  const engine = {
    engineUrl: `http://127.0.0.1:${address.port}`,
    signingKey: "aa",
    signingKeyFallback: "bb",
  };
  const [finding] = await examine(
    engineChecks({ apps: { "/api/inngest/shop": { client, functions } }, ...engine }),
  );
  expect(finding).toMatchObject({ verdict: "ok" });
  expect(new Set(asked).size).toBe(2);
});
