import type { TestProject } from "vitest/node";
import { createDatabase, dropDatabases } from "../postgres/database.ts";
import { type Postgres, startPostgres } from "../postgres/start-postgres.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** A server on which tests may create databases. */
    postgresUrl: string;
    /** A migrated, empty database to copy. */
    templateDatabase: string;
  }
}

/** The server of all projects of one Vitest run, which set themselves up and end in one process. */
let server: Promise<Postgres> | undefined;
let users = 0;

function useServer(): Promise<Postgres> {
  users += 1;
  server ??= startPostgres();
  return server;
}

async function leaveServer(): Promise<void> {
  users -= 1;
  if (users > 0) return;
  const last = server;
  server = undefined;
  await (await last)?.stop();
}

/**
 * A vitest global setup: one Postgres for all test files, the one of TEST_POSTGRES_URL or else the embedded one, with a
 * migrated template for `createDatabase` to copy. At the end it drops the template and what is named `<template>_…`.
 *
 * @param migrate brings the empty database at the given URL up to date
 */
export function postgresGlobalSetup(migrate: (databaseUrl: string) => Promise<void>) {
  return async ({ provide }: Pick<TestProject, "provide">): Promise<() => Promise<void>> => {
    const given = process.env.TEST_POSTGRES_URL;
    const postgresUrl = given ?? (await useServer()).url;
    const template = await createDatabase(postgresUrl);
    await migrate(template.url);
    provide("postgresUrl", postgresUrl);
    provide("templateDatabase", template.name);
    return async () => {
      if (given) await dropDatabases(given, template.name);
      else await leaveServer();
    };
  };
}
