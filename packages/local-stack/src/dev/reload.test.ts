import { appendFileSync, mkdirSync, writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { CrashError } from "../stack/crash-error.ts";
import { createOutput } from "./output.ts";
import { reloadOnSave } from "./reload.ts";

let root: string;
let printed: string[];
let happened: string[];
let end: () => Promise<void>;
let restart: () => Promise<void>;

/** A repository with one library whose build tools are scripts. */
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "reload-test-"));
  printed = [];
  happened = [];
  restart = async () => {};
  for (const folder of ["packages/events/src", "packages/events/node_modules/.bin", "apps/worker/src"]) {
    mkdirSync(join(root, folder), { recursive: true });
  }
  writeFileSync(join(root, "packages/events/src/order-created.ts"), "");
  writeFileSync(join(root, "apps/worker/src/server.ts"), "");
  tool("tsup", "echo bundled");
  tool("tsc", "echo typed");
  end = reloadOnSave({
    root,
    output: createOutput({
      write: (text) => {
        printed.push(text.trimEnd());
        happened.push(text.trimEnd());
      },
    }),
    stack: {
      environment: process.env,
      restart: async () => {
        happened.push("restarted");
        await restart();
      },
    },
  });
});

afterEach(async () => {
  await end();
  await rm(root, { recursive: true });
});

function tool(name: string, script: string): void {
  writeFileSync(join(root, "packages/events/node_modules/.bin", name), `#!/bin/sh\n${script}\n`, {
    mode: 0o755,
  });
}

/** Saves until the watcher, which needs a moment to begin, has seen it. */
async function save(file: string, seen: () => boolean): Promise<void> {
  const write = () => appendFileSync(join(root, file), "\n");
  write();
  const again = setInterval(write, 500);
  await vi
    .waitFor(() => expect(seen()).toBe(true), { timeout: 20_000, interval: 10 })
    .finally(() => clearInterval(again));
}

describe("reloadOnSave", () => {
  it("bundles the library, restarts the worker, and checks types afterwards", async () => {
    await save("packages/events/src/order-created.ts", () => happened.includes("types   typed"));
    const first = happened.slice(0, happened.indexOf("types   typed") + 1);
    expect(first).toEqual([
      "build   bundled",
      "restarted",
      expect.stringMatching(/^↻ packages\/events reloaded in \d+\.\d s$/),
      "types   typed",
    ]);
  });

  it("restarts the worker alone when its own source changes", async () => {
    await save("apps/worker/src/server.ts", () => printed.some((line) => line.startsWith("↻ apps/worker")));
    expect(happened[0]).toBe("restarted");
    expect(printed.join()).not.toContain("bundled");
  });

  it("does nothing for a test", async () => {
    writeFileSync(join(root, "packages/events/src/order-created.test.ts"), "");
    await save("apps/worker/src/server.ts", () => happened.includes("restarted"));
    expect(printed.join()).not.toContain("packages/events");
  });

  it("keeps what runs when a build fails, and goes on with the next save", async () => {
    tool("tsup", "echo 'unexpected }' >&2; exit 1");
    const file = "packages/events/src/order-created.ts";
    await save(file, () =>
      printed.some((line) => line.startsWith("✗ packages/events: build ended with exit code 1.")),
    );
    expect(printed).toContain("build   unexpected }");
    expect(happened).not.toContain("restarted");
    tool("tsup", "echo bundled");
    await save(file, () => happened.includes("restarted"));
  });

  it("waits for the next save when the worker does not come up", async () => {
    restart = () => Promise.reject(new CrashError("worker", "ended with exit code 1", []));
    await save("apps/worker/src/server.ts", () =>
      printed.includes("✗ apps/worker: worker ended with exit code 1. Save again once it is fixed."),
    );
    restart = async () => {};
    await save("apps/worker/src/server.ts", () => printed.some((line) => line.startsWith("↻ apps/worker")));
  });
});
