import type { City } from "../world/city.ts";
import { dayLong, type Invariant } from "./invariant.ts";

const schemas = ["mohallamart", "ten_ocean", "platform"];

/** Whoever is gone for a day is in no table any more. Looked at once a week, as it reads every row. */
export const theGoneAreNowhere: Invariant = async (city, { day, last }) => {
  if (!last && day % 7 !== 6) return [];
  const gone = city.memory.gone.filter(({ at }) => at < city.now() - dayLong);
  const current = await comeBack(city);
  const words = gone
    .filter(({ email }) => !current.has(email))
    .flatMap(({ email, phone, name }) => [email, name, ...(phone ? [phone] : [])]);
  if (words.length === 0) return [];
  const found: string[] = [];
  for (const table of await tablesOf(city)) found.push(...(await foundIn(city, table, words)));
  return found;
};

/** Some open an account again, under the same address. */
async function comeBack({ pool }: City): Promise<Set<string>> {
  const { rows } = await pool.query<{ email: string }>(
    "select email from mohallamart.users union select email from ten_ocean.residents union select contact_email from mohallamart.checkouts where contact_email is not null union select contact_email from mohallamart.released_payments where contact_email is not null",
  );
  return new Set(rows.map(({ email }) => email));
}

async function tablesOf({ pool }: City): Promise<string[]> {
  const { rows } = await pool.query<{ name: string }>(
    "select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname = any($1) order by 1",
    [schemas],
  );
  return rows.map(({ name }) => name);
}

async function foundIn({ pool }: City, table: string, words: readonly string[]): Promise<string[]> {
  const { rows } = await pool.query<{ row: string }>(
    `select kept::text as row from ${table} kept where kept::text like any($1) limit 5`,
    [words.map((word) => `%${word}%`)],
  );
  return rows.map(({ row }) => {
    const word = words.find((each) => row.includes(each)) ?? "somebody";
    return `${table} still holds ${word}: ${row.slice(0, 200)}`;
  });
}
