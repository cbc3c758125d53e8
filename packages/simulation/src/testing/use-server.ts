import { onTestFinished } from "vitest";
import { type CityServer, startServer } from "../world/database.ts";

/** A Postgres for the test's plays, which ends with it. */
export async function useServer(): Promise<CityServer> {
  const server = await startServer();
  onTestFinished(() => server.stop());
  return server;
}
