import { getTableConfig } from "drizzle-orm/pg-core";
import { expect, it } from "vitest";
import convexSchema from "../../convex/schema.ts";
import { testDatabase } from "../testing/database.ts";
import { tablesIn } from "../testing/erasure/rows.ts";
import { nameOf } from "./copied-table.ts";
import { copiedTables, leftOut } from "./tables.ts";

const { pool } = await testDatabase();
const isLeftOut = (name: string) => leftOut.has(name) || leftOut.has(name.split(".")[0] ?? "");

it("every table of Postgres is copied, or it is said why not", async () => {
  const tables = await tablesIn(pool, ["mohallamart", "platform", "ten_ocean"]);
  const copied = new Set(
    copiedTables.flatMap(({ table, parts }) => [table, ...parts.map((part) => part.table)]).map(nameOf),
  );
  expect(tables.length).toBeGreaterThan(50);
  expect(tables.filter((name) => !copied.has(name) && !isLeftOut(name))).toEqual([]);
  expect([...copied].filter((name) => isLeftOut(name) || !tables.includes(name))).toEqual([]);
});

it("every table of Convex is copied with all its fields, or it is said why not", () => {
  const copied = new Map(copiedTables.map(({ name, fieldNames }) => [name, fieldNames.toSorted()]));
  expect(copied.size).toBe(copiedTables.length);
  for (const [name, { validator }] of Object.entries(convexSchema.tables)) {
    if (isLeftOut(name)) expect(copied.has(name), name).toBe(false);
    else expect(copied.get(name), name).toEqual(Object.keys(validator.fields).toSorted());
  }
  const known = Object.keys(convexSchema.tables);
  expect([...copied.keys()].filter((name) => !known.includes(name))).toEqual([]);
});

it("is left out with a reason, and only what there is", async () => {
  const known = [
    ...(await tablesIn(pool, ["mohallamart", "platform", "ten_ocean"])),
    ...Object.keys(convexSchema.tables),
    "ten_ocean",
  ];
  expect([...leftOut.keys()].filter((name) => !known.includes(name))).toEqual([]);
  expect([...leftOut.values()].filter((why) => !why.endsWith("."))).toEqual([]);
});

it("copies what others refer to before them", () => {
  const places = new Map(copiedTables.map(({ table }, place) => [nameOf(table), place]));
  const early = copiedTables.flatMap(({ table, parts }, place) =>
    [table, ...parts.map((part) => part.table)].flatMap((each) =>
      getTableConfig(each)
        .foreignKeys.map((key) => nameOf(key.reference().foreignTable))
        .filter((named) => (places.get(named) ?? -1) > place)
        .map((named) => `${nameOf(each)} before ${named}`),
    ),
  );
  expect(early).toEqual([]);
});
