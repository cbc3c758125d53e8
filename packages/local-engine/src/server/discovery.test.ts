import { createServer } from "node:http";
import { Inngest } from "inngest";
import { serve } from "inngest/node";
import { expect, it } from "vitest";
import { listenOnFreePort } from "../conformance/listen.ts";
import { createHttpTransport } from "../engine/transport.ts";
import { discoverApps } from "./discovery.ts";

it("finds the app that serves Inngest, and nothing else", async () => {
  const client = new Inngest({ id: "found", isDev: true });
  const app = createServer(serve({ client, functions: [] }));
  const other = createServer((_request, response) => response.end("hello"));
  const url = await listenOnFreePort(app);
  const otherUrl = await listenOnFreePort(other);
  const transport = createHttpTransport();
  const ports = [url, otherUrl].map((address) => Number(new URL(address).port));
  expect(await discoverApps({ transport, ports })).toEqual([url]);
  await new Promise((resolve) => app.close(resolve));
  expect(await discoverApps({ transport, ports })).toEqual([]);
  transport.close();
  other.close();
});
