import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { readCliOptions } from "./cli-options.ts";
import { UsageError } from "./command-line.ts";
import { startEngineProcess } from "./testing/engine-process.ts";

it("reads the flags of Inngest's dev server", () => {
  const flags = [
    "-u",
    "http://127.0.0.1:3000/api/inngest",
    "--sdk-url",
    "http://127.0.0.1:3001/api/inngest",
    "-p",
    "9000",
  ];
  const options = readCliOptions([
    "dev",
    ...flags,
    "--host",
    "0.0.0.0",
    "--no-discovery",
    "--poll-interval",
    "2",
    "--retry-interval",
    "3",
    "--tick",
    "150",
    "--persist",
    "--infer",
    "http://127.0.0.1:11434/v1",
    "--json",
    "--log-level",
    "debug",
  ]);
  expect(options).toEqual({
    server: {
      sdkUrls: ["http://127.0.0.1:3000/api/inngest", "http://127.0.0.1:3001/api/inngest"],
      port: 9_000,
      host: "0.0.0.0",
      discovery: false,
      pollInterval: 2_000,
      retryInterval: 3_000,
      stateFolder: ".local-engine",
      infer: new URL("http://127.0.0.1:11434/v1"),
    },
    json: true,
    logLevel: "debug",
  });
  expect(readCliOptions(["dev", "--no-poll"])?.server).toEqual({
    sdkUrls: [],
    port: 8_288,
    host: "127.0.0.1",
    discovery: true,
    pollInterval: false,
  });
});

it.each([
  [["dev", "--prot", "1"], /Unknown option '--prot'[\s\S]*--port/],
  [["start"], /the commands are "dev" and "conformance"/],
  [["dev", "--port", "many"], /--port is a number/],
  [["dev", "-u", "localhost"], /--sdk-url is an address/],
  [["dev", "--infer", "gpt-4o"], /--infer is stub, provider or an address/],
  [["dev", "--log-level", "loud"], /--log-level is one of/],
  [["dev", "--keep-days", "ever"], /--keep-days is a number of 0 or more, not "ever"/],
  [["dev", "--damaged-state", "mend"], /--damaged-state is one of refuse, discard, accept-loss/],
])("refuses %j with a hint", (commandLine, hint) => {
  expect(() => readCliOptions(commandLine)).toThrow(UsageError);
  expect(() => readCliOptions(commandLine)).toThrow(hint);
});

it("a second engine on the same folder, or on a port that is taken, says so and ends", async () => {
  const folder = mkdtempSync(join(tmpdir(), "local-engine-cli-"));
  const first = await startEngineProcess(["--port", "0", "--state-dir", folder]);
  try {
    await expect(startEngineProcess(["--port", "0", "--state-dir", folder])).rejects.toThrow(
      /another engine uses the state/,
    );
    await expect(startEngineProcess(["--port", String(first.port)])).rejects.toThrow(/EADDRINUSE.*--port/);
    expect((await fetch(`${first.url}/health`)).status).toBe(200);
  } finally {
    await first.kill();
    rmSync(folder, { recursive: true, force: true });
  }
});

it("of engines that start at one time on one folder, under whatever path, one runs and the others say why not", async () => {
  const parent = mkdtempSync(join(tmpdir(), "local-engine-cli-"));
  const folder = join(parent, "state");
  mkdirSync(folder);
  symlinkSync(folder, join(parent, "link"));
  const starts = [folder, join(parent, "link"), join(parent, ".", "state")].map((path) =>
    startEngineProcess(["--port", "0", "--state-dir", path]),
  );
  const results = await Promise.allSettled(starts);
  const running = results.flatMap((result) => (result.status === "fulfilled" ? [result.value] : []));
  try {
    expect(running).toHaveLength(1);
    for (const result of results)
      if (result.status === "rejected")
        expect(String(result.reason)).toMatch(/ended with 1 .*another engine uses the state in .*Stop it/s);
  } finally {
    for (const engine of running) await engine.kill();
    rmSync(parent, { recursive: true, force: true });
  }
});

it("ends with a message when the state is damaged, and begins anew, loudly, when it is told to", async () => {
  const folder = mkdtempSync(join(tmpdir(), "local-engine-cli-"));
  const commandLine = ["--port", "0", "--state-dir", folder];
  try {
    const first = await startEngineProcess(commandLine);
    await fetch(`${first.url}/e/key`, { method: "POST", body: JSON.stringify({ name: "kept" }) });
    await first.kill();
    truncateSync(join(folder, "engine.db-wal"), 1_000);
    await expect(startEngineProcess(commandLine)).rejects.toThrow(
      /ended with 1 .*engine\.db lacks the last \d+ of .*--damaged-state discard/s,
    );
    const second = await startEngineProcess([...commandLine, "--damaged-state", "discard"]);
    expect(second.output()).toMatch(/"level":"error","message":"THE STATE COULD NOT BE USED.*unreadable-/);
    await second.kill();
    const third = await startEngineProcess(commandLine);
    await third.kill();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
