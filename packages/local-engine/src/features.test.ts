import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { unsupportedFeatures } from "./server/unsupported-api.ts";

const readme = readFileSync(join(import.meta.dirname, "..", "README.md"), "utf8");
const [, table = ""] = /\| feature \| ours \|.*\n\|[-|]+\n((?:\|.*\n)+)/.exec(readme) ?? [];
const rows = table
  .trim()
  .split("\n")
  .map((line) => line.split("|").map((cell) => cell.trim()))
  .map(([, feature = "", ours = "", official = "", proof = ""]) => ({ feature, ours, official, proof }));

function sourcesOf(pattern: string): string[] {
  const files = globSync(pattern, { cwd: import.meta.dirname });
  return files.map((file) => readFileSync(join(import.meta.dirname, file), "utf8"));
}

/** Where the name of a test begins, in whichever way it is written. */
const namesTest = (source: string, name: string) => source.includes(`"${name}`);

it("has a table of what Inngest has, in which every cell is filled", () => {
  expect(rows.length).toBeGreaterThan(30);
  for (const { feature, ours, official, proof } of rows) {
    expect({ feature, ours, official, proof }).toEqual({
      feature: expect.stringMatching(/./),
      ours: expect.stringMatching(/^(yes|no)$/),
      official: expect.stringMatching(/^(yes|no)$/),
      proof: expect.stringMatching(/./),
    });
  }
  expect(new Set(rows.map(({ feature }) => feature)).size).toBe(rows.length);
});

it.each(rows.filter(({ ours }) => ours === "yes"))("has a conformance case for $feature", ({ proof }) => {
  expect(sourcesOf("conformance/cases/*.ts").some((source) => namesTest(source, proof))).toBe(true);
});

it.each(rows.filter(({ ours }) => ours === "no"))("has a test of the error for $feature", ({ proof }) => {
  expect(sourcesOf("**/*.test.ts").some((source) => namesTest(source, proof))).toBe(true);
});

it("leaves out no part of the suite", () => {
  const files = globSync("conformance/cases/*.ts", { cwd: import.meta.dirname });
  const unnamed = files.filter((file) => {
    const source = readFileSync(join(import.meta.dirname, file), "utf8");
    return !rows.some(({ proof }) => namesTest(source, proof));
  });
  expect(unnamed, "add a row to the README's table that names a case of each of these files").toEqual([]);
});

it("leaves out nothing that the engine refuses", () => {
  const refused = rows.filter(({ ours }) => ours === "no").map(({ feature }) => feature);
  expect(refused).toEqual(Object.values(unsupportedFeatures).map(({ feature }) => feature));
});
