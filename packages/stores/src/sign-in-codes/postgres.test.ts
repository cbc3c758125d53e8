import { expect, it } from "vitest";
import { testDatabase } from "../testing/database.ts";
import { signInCodeContract } from "./contract.ts";
import { postgresSignInCodes } from "./postgres.ts";

const { pool } = await testDatabase();
const codes = postgresSignInCodes(pool);
const inTenMinutes = () => new Date(Date.now() + 600_000).toISOString();

signInCodeContract("Postgres", codes);

it("the table holds neither a code nor whose it is", async () => {
  const code = await codes.issue("asha@example.com", inTenMinutes());
  const { rows } = await pool.query("select subject_hash, salt, code_hash from platform.sign_in_codes");
  expect(JSON.stringify(rows)).not.toContain("asha@example.com");
  expect(rows.flatMap((row) => Object.values(row))).not.toContain(code);
});

it("issuing a code removes those that nobody used", async () => {
  for (let n = 0; n < 3; n++) await codes.issue(`old${n}`, new Date(Date.now() - 1_000).toISOString());
  await codes.issue("new", inTenMinutes());
  const { rows } = await pool.query("select from platform.sign_in_codes where expires_at < now()");
  expect(rows).toHaveLength(0);
});
