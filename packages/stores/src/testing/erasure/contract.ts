import { beforeAll, describe, expect, it } from "vitest";
import type { Pool } from "../../postgres.ts";
import { testDatabase } from "../database.ts";
import { type Decision, type Decisions, undecided } from "./columns.ts";
import { platformCommon, platformDecisions } from "./platform.ts";
import { type DumpedRow, dump, holds, insertRows, type Rows, type RowsOwner, tablesIn } from "./rows.ts";

/** A product as the suite sees it. */
export interface ErasedProduct {
  name: string;
  /** Its tables' schema. */
  schema: string;
  /** What becomes of its columns. */
  decisions: Decisions;
  /** The file or the folder that has the decisions and the rows. */
  where: string;
  /** Rows that are nobody's. */
  common: Rows;
  /** Rows of one person, in every table that can hold something of theirs. */
  rowsOf(owner: RowsOwner): Rows;
  /** All that the product's workflow does when the person is removed. */
  erase(pool: Pool, userId: string): Promise<void>;
}

export const ownerOf = (product: string, who: string, userId: string): RowsOwner => ({
  userId,
  tag: `${product.replaceAll("-", "")}${who}`,
  words: (where) => `${who}-${product}-${where}`,
});
/** Both products may use one id for different people. */
const gone = "user_gone";
const personOf = (product: string) => ownerOf(product, "private", gone);
const neighborOf = (product: string) => ownerOf(product, "neighbor", "user_goneby");

/** Whatever a product's tables hold of a person is gone when they are removed, and nothing else is. */
export async function erasureContract(product: ErasedProduct, other: ErasedProduct): Promise<void> {
  const { name, schema, where } = product;
  const schemas = [schema, "platform"];
  const everything = [...schemas, other.schema];
  const decisions = { ...product.decisions, ...platformDecisions };
  const secret = `private-${name}-`;
  const { pool } = await testDatabase();
  const { pool: changedPool } = await testDatabase();
  let before: DumpedRow[];
  let after: DumpedRow[];

  describe(`removing a person of ${name}`, () => {
    beforeAll(async () => {
      await insertRows(pool, platformCommon);
      for (const each of [product, other]) {
        await insertRows(pool, each.common);
        await insertRows(pool, each.rowsOf(neighborOf(each.name)));
        await insertRows(pool, each.rowsOf(personOf(each.name)));
      }
      before = await dump(pool, everything);
      await product.erase(pool, gone);
      after = await dump(pool, everything);
    });

    it("is decided for every column that can hold text", async () => {
      expect(await undecided(pool, { schemas, decisions, where })).toEqual([]);
    });

    it("is tried on rows of every table, with something of theirs in every column that is to lose it", async () => {
      const filled = new Set([...before, ...after].map(({ table }) => table));
      const empty = (await tablesIn(pool, schemas)).filter((table) => !filled.has(table));
      expect(empty.map((table) => `${table} has no row: write one in ${where}.`)).toEqual([]);
      const bare = columnsWith(decisions, isPersonal).filter(
        (column) =>
          !valuesOf([...before, ...after], column).some(
            (value) => value.includes(secret) || holds(value, gone),
          ),
      );
      expect(
        bare.map((column) => `${column} has nothing of the person in it: write it in ${where}.`),
      ).toEqual([]);
    });

    it("leaves nothing that they wrote or are called by, in no table", () => {
      expect(after.filter(({ text }) => text.includes(secret)).map(({ text }) => text)).toEqual([]);
    });

    it("leaves their id only where it is said why", () => {
      const kept = Object.entries(decisions)
        .filter(([, decision]) => !(typeof decision === "object" && "id" in decision))
        .filter(([column]) => valuesOf(own(after), column).some((value) => holds(value, gone)));
      expect(kept.map(([column]) => `${column} still holds the person's id.`)).toEqual([]);
    });

    it("keeps the rows that are only to be anonymised", () => {
      const tables = new Set(
        columnsWith(decisions, (decision) => decision === "anonymised").map((column) => tableOf(column)),
      );
      const count = (rows: DumpedRow[], wanted: string) =>
        rows.filter(({ table }) => table === wanted).length;
      const lost = [...tables].filter((table) => count(after, table) === 0);
      expect(lost).toEqual([]);
    });

    it("changes no row of anybody else, nor of the other product's person with the same id", () => {
      const texts = new Set(after.map(({ text }) => text));
      const isOthers = ({ text }: DumpedRow) =>
        isOfOther(text) || !(text.includes(secret) || holds(text, gone));
      const changed = before.filter(isOthers).filter(({ text }) => !texts.has(text));
      expect(changed.map(({ text }) => text)).toEqual([]);
    });

    it("can be repeated, and changes nothing then", async () => {
      await product.erase(pool, gone);
      const texts = (rows: DumpedRow[]) => rows.map(({ text }) => text).toSorted();
      expect(texts(await dump(pool, everything))).toEqual(texts(after));
    });

    it("has to be decided for a column that is added", async () => {
      await changedPool.query(`create table ${schema}.letters (id integer, signature text, read boolean)`);
      const [message, ...others] = await undecided(changedPool, { schemas, decisions, where });
      expect(others).toEqual([]);
      expect(message).toContain(`${schema}.letters.signature can hold personal data`);
      expect(message).toContain(`Name it in ${where}`);
    });

    /** Of the other product's person, who has the same id. */
    function isOfOther(text: string): boolean {
      const { tag } = personOf(other.name);
      return (
        text.startsWith(`${other.schema}.`) || text.includes(tag) || text.includes(`private-${other.name}-`)
      );
    }

    function own(rows: DumpedRow[]): DumpedRow[] {
      return rows.filter(({ text }) => !isOfOther(text));
    }
  });
}

function isPersonal(decision: Decision): boolean {
  return decision === "erased" || decision === "anonymised" || "id" in decision;
}

function columnsWith(decisions: Decisions, wanted: (decision: Decision) => boolean): string[] {
  return Object.entries(decisions)
    .filter(([, decision]) => wanted(decision))
    .map(([column]) => column);
}

function tableOf(column: string): string {
  return column.split(".").slice(0, 2).join(".");
}

function valuesOf(rows: DumpedRow[], column: string): string[] {
  const name = column.split(".")[2] ?? "";
  return rows
    .filter(({ table }) => table === tableOf(column))
    .map(({ row }) => row[name])
    .map((value) => (typeof value === "string" ? value : JSON.stringify(value ?? null)));
}
