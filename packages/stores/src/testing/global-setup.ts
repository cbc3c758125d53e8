import { createDatabase, startPostgres } from "@org/local-stack";
import type { TestProject } from "vitest/node";
import { migrate } from "../postgres.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** A server on which tests may create databases. */
    postgresUrl: string;
    /** A migrated, empty database to copy. */
    templateDatabase: string;
    /** A pooler in transaction mode before that server, through which the stores under test go. */
    poolerUrl: string | undefined;
  }
}

let cleanUp: (() => Promise<void>) | undefined;

/** One Postgres for all test files: the one of TEST_POSTGRES_URL, behind the pooler of TEST_POOLER_URL, or the embedded one. */
export async function setup(project: TestProject): Promise<void> {
  const given = process.env.TEST_POSTGRES_URL;
  const embedded = given ? undefined : await startPostgres();
  const postgresUrl = given ?? embedded?.url ?? "";
  const template = await createDatabase(postgresUrl);
  cleanUp = async () => {
    await template.drop();
    await embedded?.stop();
  };
  await migrate(template.url);
  project.provide("postgresUrl", postgresUrl);
  project.provide("templateDatabase", template.name);
  project.provide("poolerUrl", process.env.TEST_POOLER_URL);
}

export async function teardown(): Promise<void> {
  await cleanUp?.();
}
