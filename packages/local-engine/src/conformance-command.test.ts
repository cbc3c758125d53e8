import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { UsageError } from "./cli-options.ts";
import { listenOnFreePort } from "./conformance/listen.ts";
import { readConformanceOptions } from "./conformance-options.ts";
import { startDevServer } from "./dev-server.ts";

const address = "http://127.0.0.1:8288";

it("reads the arguments of the command", () => {
  expect(readConformanceOptions([address])).toEqual({
    addresses: [address],
    patience: 20_000,
    quiet: 1_000,
  });
  const flags = ["--only", "cron", "--patience", "1m", "--quiet", "200ms", "--json", "out.json"];
  expect(readConformanceOptions([`${address}/`, "--against", "http://127.0.0.1:9000", ...flags])).toEqual({
    addresses: [address, "http://127.0.0.1:9000"],
    only: "cron",
    patience: 60_000,
    quiet: 200,
    json: "out.json",
  });
  expect(readConformanceOptions(["--help"])).toBeUndefined();
});

it.each([
  [[], /takes one address such as http/],
  [[address, address], /takes one address.*not 2/],
  [["localhost"], /the address is a server's/],
  [[address, "--against", "there"], /--against is a server's/],
  [[address, "--patience", "long"], /--patience: "long" is not a duration/],
  [[address, "--aginst", address], /Unknown option '--aginst'[\s\S]*--against/],
])("refuses %j with a hint", (commandLine, hint) => {
  expect(() => readConformanceOptions(commandLine)).toThrow(UsageError);
  expect(() => readConformanceOptions(commandLine)).toThrow(hint);
});

const oneCase = "runs each step once";

async function startServer(): Promise<string> {
  const server = await startDevServer({ port: 0, pollInterval: false });
  onTestFinished(() => server.close());
  return server.url;
}

/** A server that tells no steps, as Inngest's own, and gets the value of one case wrong. */
async function startWrongServer(target: string): Promise<string> {
  const proxy = createServer(async (request, response) => {
    const { method = "GET", url = "/" } = request;
    const body = method === "POST" || method === "PUT" ? await new Response(request).text() : undefined;
    const contentType = { "content-type": "application/json" };
    const answer = await fetch(
      target + url,
      body === undefined ? { method } : { method, body, headers: contentType },
    );
    const text = await answer.text();
    const isRead = method === "GET" && url.startsWith("/v1/");
    response.writeHead(answer.status, contentType).end(isRead ? withoutSteps(text) : text);
  });
  onTestFinished(
    () =>
      new Promise((resolve) => {
        proxy.close(() => resolve());
        proxy.closeAllConnections();
      }),
  );
  return new URL(await listenOnFreePort(proxy)).origin;
}

function withoutSteps(json: string): string {
  const answer: unknown = JSON.parse(json, (key, value) => {
    if (key === "steps") return undefined;
    return key === "total" ? "wrong" : value;
  });
  return JSON.stringify(answer);
}

function run(commandLine: readonly string[]): Promise<{ code: number; output: string }> {
  const cli = join(import.meta.dirname, "cli.ts");
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [cli, "conformance", ...commandLine], (_error, stdout, stderr) =>
      resolve({ code: child.exitCode ?? -1, output: stdout + stderr }),
    );
  });
}

it("proves a server by one command, and shows another beside it that tells no steps and is wrong", async () => {
  const right = await startServer();
  const wrong = await startWrongServer(await startServer());
  const folder = mkdtempSync(join(tmpdir(), "local-engine-conformance-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const json = join(folder, "out.json");
  const flags = ["--only", oneCase, "--quiet", "200ms", "--json", json];
  const { code, output } = await run([right, "--against", wrong, ...flags]);
  expect(code, output).toBe(1);
  expect(output).toContain(`${right}: 1 passed, 0 failed, 0 skipped`);
  expect(output).toContain(`${wrong} (without steps): 0 passed, 1 failed, 0 skipped`);
  expect(output).toMatch(/runs > runs each step once and returns the handler's value {2}pass {2}FAIL/);
  expect(output).toContain("1 cases differ");
  expect(JSON.parse(readFileSync(json, "utf8"))).toMatchObject({
    servers: [
      { address: right, without: [] },
      { address: wrong, without: ["steps"] },
    ],
    cases: [
      {
        name: "runs > runs each step once and returns the handler's value",
        results: [{ status: "passed" }, { status: "failed", error: expect.any(String) }],
      },
    ],
  });
});

it("ends well only when every case passed, and says when there is none, or no server", async () => {
  const server = await startServer();
  const flags = ["--quiet", "200ms"];
  expect((await run([server, "--only", oneCase, ...flags])).code).toBe(0);
  const none = await run([server, "--only", "no such case", ...flags]);
  expect(none).toEqual({
    code: 1,
    output: expect.stringContaining('no case has "no such case" in its name'),
  });
  const nowhere = await run(["http://127.0.0.1:9", ...flags]);
  expect(nowhere).toEqual({
    code: 1,
    output: expect.stringContaining("no engine answers at http://127.0.0.1:9"),
  });
});
