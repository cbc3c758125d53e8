import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { describeStore } from "../conformance/index.ts";
import { createMemoryStore } from "./memory-store.ts";
import { createSqliteStore } from "./sqlite-store.ts";
import { StateInUseError } from "./state-in-use.ts";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "local-engine-store-"));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Bytes of each write-ahead log. */
function logSizes(state: string): number[] {
  return readdirSync(state)
    .filter((name) => name.endsWith("-wal"))
    .map((name) => statSync(join(state, name)).size);
}

describeStore("memory", createMemoryStore);
describeStore("SQLite", () => createSqliteStore({ folder }));

const app = { id: "app", url: "http://127.0.0.1/", sdk: "js", checksum: "1", syncedAt: 1, functions: [] };

it("finds its state again", () => {
  const first = createSqliteStore({ folder });
  first.commit([{ table: "apps", key: "app", row: app }]);
  first.close();
  const second = createSqliteStore({ folder });
  expect(second.load().apps).toEqual([app]);
  second.close();
});

it("copies its log over in small parts, since whoever asks waits for each", () => {
  const store = createSqliteStore({ folder });
  const sizes = Array.from({ length: 200 }, (_none, number) => {
    const row = { ...app, id: `app-${number}`, checksum: "x".repeat(100_000) };
    store.commit([{ table: "apps", key: row.id, row }]);
    return Math.max(...logSizes(folder));
  });
  store.close();
  expect(Math.max(...sizes)).toBeGreaterThan(1_000_000);
  expect(Math.max(...sizes)).toBeLessThan(6_000_000);
});

it("refuses a folder that another engine uses, and takes it once it is free", () => {
  const first = createSqliteStore({ folder });
  expect(() => createSqliteStore({ folder })).toThrow(StateInUseError);
  first.close();
  createSqliteStore({ folder }).close();
});

it("writes all of a commit or nothing", () => {
  const store = createSqliteStore({ folder });
  const bad = {
    table: "marks" as const,
    key: "k",
    row: { kind: "throttle" as const, key: "k", value: "v", expiresAt: Number.NaN },
  };
  expect(() => store.commit([{ table: "apps", key: "app", row: app }, bad])).toThrow();
  expect(store.load().apps).toEqual([]);
  store.close();
});
