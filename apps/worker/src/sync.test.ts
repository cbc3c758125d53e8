import { createServer } from "node:http";
import { Inngest } from "inngest";
import { expect, it, onTestFinished } from "vitest";
import { declaredRemovals, undeclaredRemovals } from "./sync.ts";

const client = new Inngest({ id: "shop" });
const greet = client.createFunction({ id: "greet", triggers: [{ event: "test" }] }, () => undefined);
const apps = { "/api/inngest/shop": { client, functions: [greet] } };

/** What stands against registering at an engine that knows these functions. */
async function objection(known: string[] | undefined, declared: string[]): Promise<string | undefined> {
  const server = createServer((_request, response) => {
    response.writeHead(known === undefined ? 404 : 200);
    response.end(JSON.stringify((known ?? []).map((slug) => ({ slug }))));
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  onTestFinished(() => void server.close());
  const address = server.address();
  const port = typeof address === "object" ? address?.port : "";
  return undeclaredRemovals(apps, { engineUrl: `http://127.0.0.1:${port}`, signingKey: undefined }, declared);
}

it("lets the first registration, and every one that takes nothing away, go ahead", async () => {
  expect(await objection(undefined, [])).toBeUndefined();
  expect(await objection([], [])).toBeUndefined();
  expect(await objection(["shop-greet"], [])).toBeUndefined();
});

it("names every function that would go, and the command that says so", async () => {
  const said = await objection(["shop-greet", "shop-old", "shop-older"], []);
  expect(said).toContain("shop-old, shop-older");
  expect(said).toContain("sync --removed shop-old,shop-older");
});

it("takes a declared removal, again after it has happened, and no other with it", async () => {
  expect(await objection(["shop-greet", "shop-old"], ["shop-old"])).toBeUndefined();
  expect(await objection(["shop-greet"], ["shop-old"])).toBeUndefined();
  expect(await objection(["shop-old", "shop-older"], ["shop-old"])).toContain("The engine has shop-older,");
});

it("refuses to declare as removed what this release serves", async () => {
  expect(await objection(["shop-greet"], ["shop-greet"])).toContain("shop-greet: this release serves it");
});

it("says which engine cannot be asked", async () => {
  const engine = { engineUrl: "http://127.0.0.1:9", signingKey: undefined };
  await expect(undeclaredRemovals(apps, engine, [])).rejects.toThrow(
    "cannot be reached at http://127.0.0.1:9",
  );
});

it.each([
  [[], []],
  [["--removed", "shop-old"], ["shop-old"]],
  [
    ["--removed", "shop-old,shop-older"],
    ["shop-old", "shop-older"],
  ],
  [["--removed"], undefined],
  [["--removed", ""], undefined],
  [["--removed", "a b"], undefined],
  [["--removed", "a", "b"], undefined],
  [["--force"], undefined],
])("reads %j as %j", (parameters, expected) => {
  expect(declaredRemovals(parameters)).toEqual(expected);
});
