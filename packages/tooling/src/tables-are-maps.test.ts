import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const root = fileURLToPath(new URL("../../..", import.meta.url));

/** A module's table that any text may be looked up in. */
const table = /^(?:export )?const (\w+): (?:Readonly<)?Record<string, .*> = \{(?!\})/gm;

function tablesIn(text: string): string[] {
  return [...text.matchAll(table)].map(([, name = ""]) => name);
}

it.each([
  ["const texts: Record<string, string> = {\n  a: '1',\n};", ["texts"]],
  ["export const texts: Readonly<Record<string, () => void>> = { a };", ["texts"]],
  ["const seen: Record<string, number> = {};", []],
  ["const texts: Record<Name, string> = { a: '1' };", []],
  ["  const texts: Record<string, string> = { a: '1' };", []],
])("knows a table of %j", (text, names) => {
  expect(tablesIn(text)).toEqual(names);
});

it("looks texts up in Maps: every object has a `constructor`, which whoever names it would get", () => {
  const files = execFileSync("git", ["ls-files", "apps/*.ts*", "packages/*.ts*"], {
    cwd: root,
    encoding: "utf8",
  });
  const found = files
    .split("\n")
    .filter((file) => /\.tsx?$/.test(file) && !/\.(test|test-d)\.|\/(testing|e2e|bench)\//.test(file))
    .flatMap((file) => tablesIn(readFileSync(join(root, file), "utf8")).map((name) => `${file}: ${name}`));
  expect(found).toEqual([]);
});
