import type { TestProject } from "vitest/node";
import { createDatabase } from "../postgres/database.ts";
import { startPostgres } from "../postgres/start-postgres.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** A server on which tests may create databases. */
    postgresUrl: string;
    /** A migrated, empty database to copy. */
    templateDatabase: string;
  }
}

/**
 * A vitest global setup: one Postgres for all test files, the one of TEST_POSTGRES_URL or else the embedded one, with a
 * migrated template that `testDatabase` copies.
 *
 * @param migrate brings the empty database at the given URL up to date
 */
export function postgresGlobalSetup(migrate: (databaseUrl: string) => Promise<void>) {
  return async ({ provide }: Pick<TestProject, "provide">): Promise<() => Promise<void>> => {
    const given = process.env.TEST_POSTGRES_URL;
    const embedded = given ? undefined : await startPostgres();
    const postgresUrl = given ?? embedded?.url ?? "";
    const template = await createDatabase(postgresUrl);
    await migrate(template.url);
    provide("postgresUrl", postgresUrl);
    provide("templateDatabase", template.name);
    return async () => {
      await template.drop();
      await embedded?.stop();
    };
  };
}
