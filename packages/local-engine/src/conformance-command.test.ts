import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { UsageError } from "./command-line.ts";
import { readConformanceOptions } from "./conformance-options.ts";
import { startDevServer } from "./dev-server.ts";
import { startChangedServer } from "./testing/changed-server.ts";

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

/** No steps, as on Inngest's own server, and the value of one case is wrong. */
function toldByWrongServer(key: string, value: unknown): unknown {
  if (key === "steps") return undefined;
  return key === "total" ? "wrong" : value;
}

function run(commandLine: readonly string[]): Promise<{ code: number; output: string }> {
  const cli = join(import.meta.dirname, "cli.ts");
  const env = { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), "node-compile-cache") };
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [cli, "conformance", ...commandLine],
      { env },
      (_error, stdout, stderr) => resolve({ code: child.exitCode ?? -1, output: stdout + stderr }),
    );
  });
}

it("proves a server by one command, and shows another beside it that can do less and is wrong", async () => {
  const right = await startServer();
  const wrong = await startChangedServer(await startServer(), toldByWrongServer, ["/v0/connect/start"]);
  const folder = mkdtempSync(join(tmpdir(), "local-engine-conformance-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const json = join(folder, "out.json");
  const flags = ["--only", oneCase, "--quiet", "200ms", "--json", json];
  const { code, output } = await run([right, "--against", wrong, ...flags]);
  expect(code, output).toBe(1);
  expect(output).toContain(`${right}: 1 passed, 0 failed, 0 skipped`);
  expect(output).toContain(`${wrong} (without steps, sockets): 0 passed, 1 failed, 0 skipped`);
  expect(output).toMatch(/runs > runs each step once and returns the handler's value {2}pass {2}FAIL/);
  expect(output).toContain("1 cases differ");
  expect(JSON.parse(readFileSync(json, "utf8"))).toMatchObject({
    servers: [
      { address: right, without: [] },
      { address: wrong, without: ["steps", "sockets"] },
    ],
    cases: [
      {
        name: "runs > runs each step once and returns the handler's value",
        results: [{ status: "passed" }, { status: "failed", error: expect.any(String) }],
      },
    ],
  });
}, 90_000);

it("ends well only when every case passed, and says when there is none, or no server", async () => {
  const flags = ["--quiet", "200ms"];
  const [well, none, nowhere] = await Promise.all([
    run([await startServer(), "--only", oneCase, ...flags]),
    run([await startServer(), "--only", "no such case", ...flags]),
    run(["http://127.0.0.1:9", ...flags]),
  ]);
  expect(well.code, well.output).toBe(0);
  expect(none).toEqual({
    code: 1,
    output: expect.stringContaining('no case has "no such case" in its name'),
  });
  expect(nowhere).toEqual({
    code: 1,
    output: expect.stringContaining("no engine answers at http://127.0.0.1:9"),
  });
}, 90_000);
