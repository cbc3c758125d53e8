import { Hono } from "hono";
import { describe, expect, it } from "vitest";
import { refuseCrossSite } from "./same-site.ts";

const app = new Hono();
app.use(refuseCrossSite("engine.example.org"));
app.all("/thing", (context) => context.text("done"));

async function status(method: string, headers: Record<string, string>): Promise<number> {
  return (await app.request("http://127.0.0.1:8288/thing", { method, headers })).status;
}

describe("refuseCrossSite", () => {
  it.each([
    "127.0.0.1:8288",
    "localhost:8288",
    "app.localhost",
    "[::1]:8288",
    "192.168.1.7:8288",
    "host.docker.internal:8288",
    "engine:8288",
    "engine.example.org",
  ])("answers a program that calls it as %s", async (host) => {
    expect(await status("POST", { host })).toBe(200);
    expect(await status("GET", { host })).toBe(200);
  });

  it.each(["evil.example:8288", "127.0.0.1.evil.example", "localhost.evil.example", "a b"])(
    "refuses the host %s, also for reading",
    async (host) => {
      expect(await status("GET", { host })).toBe(403);
      expect(await status("POST", { host, origin: `http://${host}` })).toBe(403);
    },
  );

  it("lets the engine's own page change things", async () => {
    const headers = {
      host: "localhost:8288",
      origin: "http://localhost:8288",
      "sec-fetch-site": "same-origin",
    };
    expect(await status("POST", headers)).toBe(200);
  });

  it.each([
    [{ origin: "https://evil.example" }],
    [{ origin: "null" }],
    [{ origin: "http://localhost:3000" }],
    [{ "sec-fetch-site": "cross-site" }],
    [{ "sec-fetch-site": "same-site" }],
  ])("refuses a change that another page asks for: %o", async (headers) => {
    expect(await status("POST", { host: "localhost:8288", ...headers })).toBe(403);
    expect(await status("DELETE", { host: "localhost:8288", ...headers })).toBe(403);
  });

  it("lets any page link here", async () => {
    expect(await status("GET", { host: "localhost:8288", "sec-fetch-site": "cross-site" })).toBe(200);
  });
});
