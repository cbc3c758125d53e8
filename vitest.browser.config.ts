import process from "node:process";
import { defineConfig } from "vitest/config";
import { longestFirst } from "./packages/tooling/src/longest-first.ts";

/** Earliest first; the others come after these. */
const longest = [
  /\/portal\.browser/,
  /\/shop\.browser/,
  /\/dashboard-insight/,
  /\/operations\.browser/,
  /\.browser\./,
];

export default defineConfig({
  test: {
    include: ["apps/*/e2e/browser/*.test.ts", "packages/*/e2e/browser/*.test.ts"],
    // Each file has a stack and a browser of its own, which mostly wait for each other.
    maxWorkers: 2,
    // The files share nothing but code, which is loaded once.
    isolate: false,
    sequence: { sequencer: longestFirst(longest) },
    provide: { pictures: !process.env.CI },
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
