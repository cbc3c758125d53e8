import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { keptByTable } from "./kept.ts";
import { decisions, personalTables, retentionPage, tableOf } from "./page.ts";

const packageFolder = new URL("../../../", import.meta.url);

it("says of every table with personal data how long it is kept", () => {
  const silent = personalTables().filter((table) => !Object.hasOwn(keptByTable, table));
  expect(
    silent.map((table) => `Nobody says how long ${table} is kept: write it into testing/retention/kept.ts.`),
  ).toEqual([]);
});

it("says nothing of tables that are not there", () => {
  const tables = new Set(Object.keys(decisions).map(tableOf));
  expect(Object.keys(keptByTable).filter((table) => !tables.has(table))).toEqual([]);
});

it.each(Object.entries(keptByTable).flatMap(([table, { code }]) => (code ? [[table, code] as const] : [])))(
  "says of %s what the code does",
  (_table, { file, says }) => {
    expect(readFileSync(new URL(file, packageFolder), "utf8")).toContain(says);
  },
);

it("is in docs/security as it follows from the code", () => {
  const page = readFileSync(new URL("../../docs/security/retention.md", packageFolder), "utf8");
  expect(page, "Run `pnpm generate` and commit docs/security/retention.md.").toBe(retentionPage());
});
