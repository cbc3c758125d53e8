import { defineConfig } from "vitest/config";
import { longestFirst } from "./packages/tooling/src/longest-first.ts";

/** Earliest first; every other package comes after these. */
const longest = [
  /packages\/workflows\/.*faults\.test\.ts$/,
  /packages\/workflows\//,
  /apps\/web\//,
  /packages\/local-stack\//,
];

export default defineConfig({
  test: {
    projects: ["packages/*", "apps/*", "packages/*/vitest.convex.config.ts"],
    sequence: { sequencer: longestFirst(longest) },
  },
});
