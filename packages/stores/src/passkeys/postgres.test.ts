import { expect, it } from "vitest";
import { testDatabase } from "../testing/database.ts";
import { passkeyContract } from "./contract.ts";
import { postgresPasskeys } from "./postgres.ts";

const { pool } = await testDatabase();
const passkeys = postgresPasskeys(pool);

passkeyContract("Postgres", passkeys);

it("asking for a challenge removes those that nobody answered", async () => {
  for (let n = 0; n < 3; n += 1)
    await passkeys.openChallenge({ challenge: "old" }, new Date(Date.now() - 1_000).toISOString());
  const token = await passkeys.openChallenge(
    { challenge: "new" },
    new Date(Date.now() + 60_000).toISOString(),
  );
  const { rows } = await pool.query("select * from platform.passkey_challenges where expires_at < now()");
  expect(rows).toEqual([]);
  const { rows: kept } = await pool.query("select * from platform.passkey_challenges");
  expect(JSON.stringify(kept)).not.toContain(token);
});
