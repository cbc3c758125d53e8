import { createDatabase, startConvex } from "@org/local-stack";
import { convexDeployment } from "@org/stores/convex/deployment";
import { convexPlatformStores } from "@org/stores/platform-stores/convex";
import type { PlatformStores } from "@org/stores/platform-stores/port";
import { postgresPlatformStores } from "@org/stores/platform-stores/postgres";
import { createPool, type Pool } from "@org/stores/postgres";
import { afterAll, inject } from "vitest";
import { keptInConvex } from "./kept-in-convex.ts";
import { keptInPostgres } from "./kept-in-postgres.ts";

const secrets = { current: "a secret of this test's own, of 32 characters" };
const nowhere = "127.0.0.1:1";

/** The real stores, empty and the test file's own; the project says where the marketplace is. */
export async function testStores() {
  const database = await createDatabase(inject("postgresUrl"), { template: inject("templateDatabase") });
  const pool = createPool({ databaseUrl: database.url });
  afterAll(async () => {
    await pool.end();
    await database.drop();
  });
  const { stores, kept } = await (inject("marketplaceStore") === "convex"
    ? inConvex(pool)
    : inPostgres(pool));
  return {
    ...stores,
    ...kept,
    /** Ids of all events that were written, in the order of writing. */
    emitted: async () => (await kept.events()).map(({ id }) => id),
    /** The same events, whole. */
    emittedEvents: async () => (await kept.events()).map(({ name, data }) => ({ name, data })),
  };
}

async function inPostgres(pool: Pool) {
  return { stores: postgresPlatformStores(pool, secrets), kept: keptInPostgres(pool) };
}

async function inConvex(pool: Pool) {
  const convex = await startConvex();
  afterAll(convex.stop);
  const deployment = convexDeployment(convex);
  const [market, others] = [keptInConvex(convex), keptInPostgres(pool)];
  const events = async () => [...(await market.events()), ...(await others.events())];
  return { stores: convexPlatformStores({ pool, deployment, secrets }), kept: { ...market, events } };
}

/** Stores that nobody can reach, of the same kind. */
export function storesAway(): Pick<PlatformStores, "mohallaMart"> {
  const pool = createPool({ databaseUrl: `postgres://nobody@${nowhere}/nothing` });
  afterAll(() => pool.end());
  if (inject("marketplaceStore") === "postgres") return postgresPlatformStores(pool, secrets);
  const deployment = convexDeployment({ url: `http://${nowhere}`, serviceKey: "anybody's" });
  return convexPlatformStores({ pool, deployment, secrets });
}
