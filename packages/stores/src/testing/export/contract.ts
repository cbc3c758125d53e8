import { beforeAll, describe, expect, it } from "vitest";
import type { PersonalData, PersonalDataFile } from "../../personal-data/port.ts";
import type { ExportedTables } from "../../personal-data/tables.ts";
import type { Pool } from "../../postgres.ts";
import { testDatabase } from "../database.ts";
import type { Decisions } from "../erasure/columns.ts";
import { type ErasedProduct, ownerOf } from "../erasure/contract.ts";
import { platformCommon, platformDecisions } from "../erasure/platform.ts";
import { type DumpedRow, dump, holds, insertRows } from "../erasure/rows.ts";

interface ExportedProduct extends ErasedProduct {
  exported: ExportedTables;
  personalDataIn(pool: Pool): PersonalData;
}

const person = "user_1";

/** What is erased with a person is in their file, or it is said why not; and nothing of anybody else's is. */
export async function exportContract(product: ExportedProduct, other: ErasedProduct): Promise<void> {
  const { name, exported } = product;
  const decisions: Decisions = { ...product.decisions, ...platformDecisions };
  const { pool } = await testDatabase();
  const where = `packages/stores/src/personal-data/${name}.ts or platform.ts`;
  let rows: DumpedRow[];
  let file: PersonalDataFile | undefined;

  describe(`the file of a person of ${name}`, () => {
    beforeAll(async () => {
      await insertRows(pool, platformCommon);
      for (const each of [product, other]) {
        await insertRows(pool, each.common);
        // Both products may use one id for different people.
        await insertRows(pool, each.rowsOf(ownerOf(each.name, "private", person)));
        await insertRows(pool, each.rowsOf(ownerOf(each.name, "neighbor", "user_12")));
      }
      rows = await dump(pool, [product.schema, "platform"]);
      file = await product.personalDataIn(pool).of(person);
    });

    it("has every column that is erased with them, or says why not", () => {
      const missing = Object.entries(decisions)
        .filter(([, decision]) => !(typeof decision === "object" && "impersonal" in decision))
        .map(([column]) => column)
        .filter((column) => !isExported(column) && !isLeftOut(column));
      expect(
        missing.map((column) => `${column}: name it in ${where}, or leave it out with a reason.`),
      ).toEqual([]);
    });

    it("has all columns of the tables that it has, or says why not", () => {
      const given = new Set(exported.tables.map(({ table }) => table));
      const missing = Object.keys(decisions)
        .filter((column) => given.has(tableOf(column)))
        .filter((column) => !isExported(column) && !isLeftOut(column));
      expect(missing).toEqual([]);
    });

    it("has what they wrote and are called by, wherever that is kept", () => {
      const text = JSON.stringify(file);
      const lost = rows
        .flatMap(({ table, row }) => Object.entries(row).map(([column, value]) => ({ table, column, value })))
        .filter(({ table, column }) => !isLeftOut(`${table}.${column}`))
        .filter(({ table }) => !exported.leftOut.some((each) => each.table === table && each.rows))
        .flatMap(({ table, column, value }) => marksIn(value).map((mark) => ({ table, column, mark })))
        .filter(({ mark }) => !text.includes(mark));
      expect(lost).toEqual([]);
    });

    it("has rows of every table that it reads", () => {
      const empty = exported.tables.map(({ table }) => table).filter((table) => !file?.tables[table]?.length);
      expect(empty).toEqual([]);
    });

    it("has nothing of a neighbor's, nor of the other product's person with the same id", () => {
      const text = JSON.stringify(file);
      expect(text).not.toContain("neighbor");
      expect(holds(text, "user_12")).toBe(false);
      expect(text).not.toContain(`private-${other.name}-`);
    });

    it("has no secret", () => {
      const secrets = rows.flatMap(({ row }) =>
        Object.entries(row).flatMap(([column, value]) =>
          /token|code_hash|salt/.test(column) && typeof value === "string" ? [value] : [],
        ),
      );
      expect(secrets.length).toBeGreaterThan(5);
      const text = JSON.stringify(file);
      expect(secrets.filter((secret) => text.includes(`"${secret}"`))).toEqual([]);
    });

    it("says of which layout, product, person and time it is, and is JSON", () => {
      const known = { format: "personal-data/1", product: name, userId: person };
      expect(JSON.parse(JSON.stringify(file))).toEqual({ ...file, ...known });
      expect(Date.parse(file?.madeAt ?? "")).toBeGreaterThan(0);
    });

    it("leaves out only what there is, with a reason", () => {
      const tables = new Set(Object.keys(decisions).map(tableOf));
      expect(exported.leftOut.filter(({ table }) => !tables.has(table))).toEqual([]);
      const columns = exported.leftOut.flatMap((each) =>
        (each.columns ?? []).map((c) => `${each.table}.${c}`),
      );
      expect(columns.filter((column) => !Object.hasOwn(decisions, column))).toEqual([]);
      expect(exported.leftOut.filter(({ why }) => !why.endsWith("."))).toEqual([]);
    });

    it("is nobody's where there is no account", async () => {
      const personalData = product.personalDataIn(pool);
      expect(await personalData.of("user_unknown")).toBeUndefined();
      await product.erase(pool, person);
      expect(await personalData.of(person)).toBeUndefined();
    });

    function marksIn(value: unknown): string[] {
      return JSON.stringify(value ?? null).match(new RegExp(`private-${name}-[a-z0-9-]+`, "g")) ?? [];
    }
  });

  function isExported(column: string): boolean {
    return exported.tables.some(
      ({ table, columns }) => table === tableOf(column) && columns.includes(nameOf(column)),
    );
  }

  function isLeftOut(column: string): boolean {
    return exported.leftOut.some(({ table, columns, rows: some }) => {
      if (table !== tableOf(column)) return false;
      return columns ? columns.includes(nameOf(column)) : some === undefined;
    });
  }
}

function tableOf(column: string): string {
  return column.split(".").slice(0, 2).join(".");
}

function nameOf(column: string): string {
  return column.split(".")[2] ?? "";
}
