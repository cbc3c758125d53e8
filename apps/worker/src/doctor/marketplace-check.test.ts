import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { freePort, type LocalConvex, startConvex } from "@org/local-stack";
import { checkDeployment, convexDeployment } from "@org/stores/convex/deployment";
import { afterAll, beforeAll, expect, it, onTestFinished } from "vitest";
import { examine } from "./check.ts";
import { marketplaceChecks } from "./marketplace-check.ts";

let convex: LocalConvex;

beforeAll(async () => {
  convex = await startConvex();
});
afterAll(() => convex.stop());

async function found(changes: { url?: string; serviceKey?: string } = {}) {
  const deployment = convexDeployment({ ...convex, ...changes });
  return examine(marketplaceChecks(() => checkDeployment(deployment)));
}

const wrong = (says: string) => [{ check: "marketplace", verdict: "wrong", says }];
const site = "convex deployment:version:";

/** Something else on the address of a deployment. */
async function answering(status: number, body: string): Promise<string> {
  const server = createServer((_request, response) => {
    response.writeHead(status, { "content-type": "application/json" }).end(body);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

it("finds a deployment as it should be", async () => {
  expect(await found()).toMatchObject([{ check: "marketplace", verdict: "ok" }]);
});

it("has nothing to look at where the marketplace is in Postgres", () => {
  expect(marketplaceChecks(undefined)).toEqual([]);
});

it("says so when nobody answers", async () => {
  const url = `http://127.0.0.1:${await freePort()}`;
  expect(await found({ url })).toEqual(
    wrong(`${site} Convex failed (ECONNREFUSED). Try again; if it lasts, check CONVEX_URL.`),
  );
});

it("says so when the address is another server's", async () => {
  expect(await found({ url: await answering(404, "<html>") })).toEqual(
    wrong(
      `${site} It was refused (404). Set CONVEX_URL to the deployment's own address, as its dashboard shows it.`,
    ),
  );
});

it("says so when the key is another one, and quotes none", async () => {
  expect(await found({ serviceKey: "of another deployment" })).toEqual(
    wrong(
      `${site} CONVEX_SERVICE_KEY is not the deployment's. Set both to one value: npx convex env set CONVEX_SERVICE_KEY.`,
    ),
  );
});

it("says so when the deployment was given no key", async () => {
  process.env.CONVEX_SERVICE_KEY = "";
  onTestFinished(() => {
    process.env.CONVEX_SERVICE_KEY = convex.serviceKey;
  });
  expect(await found()).toEqual(
    wrong(`${site} The deployment has no CONVEX_SERVICE_KEY. Set it: npx convex env set CONVEX_SERVICE_KEY.`),
  );
});

it("says so when the deployment's functions are older than this code", async () => {
  const older = JSON.stringify({ status: "success", value: 0, logLines: [] });
  expect(await found({ url: await answering(200, older) })).toEqual(
    wrong(
      `${site} The deployment's functions are older than this code. Deploy them first: npx convex deploy, in packages/stores.`,
    ),
  );
});
