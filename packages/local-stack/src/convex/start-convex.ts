import { join } from "node:path";
import { findRoot } from "../stack/commands.ts";
import { localServiceKey } from "../stack/environment.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Where the tests of a project keep the marketplace. */
    marketplaceStore: "postgres" | "convex";
  }
}

/** A document as it is kept; `_id` and `_creationTime` are the deployment's own. */
export interface ConvexDocument {
  _id: string;
  _creationTime: number;
  [field: string]: unknown;
}

/** The tables themselves, for what no port does: their types are those of the functions, which are not known here. */
interface Tables {
  query(table: string): { collect(): Promise<ConvexDocument[]> };
  insert(table: string, values: Record<string, unknown>): Promise<string>;
  patch(id: string, changes: Record<string, unknown>): Promise<void>;
  delete(id: string): Promise<void>;
}

export interface LocalConvex {
  url: string;
  serviceKey: string;
  /** The names of all tables. */
  tables: readonly string[];
  /** Runs a function on the tables directly, in one transaction, as a deployment's dashboard does. */
  run<Result>(act: (context: { db: Tables }) => Promise<Result>): Promise<Result>;
  stop(): void;
}

interface DeploymentModule {
  localDeployment(options: { serviceKey: string }): Promise<Pick<LocalConvex, "url" | "run" | "stop">>;
  tableNames: readonly string[];
}

/** The marketplace's functions in this process, behind a deployment's HTTP interface on 127.0.0.1; nothing is kept. */
export async function startConvex(): Promise<LocalConvex> {
  const { localDeployment, tableNames: tables } = await deploymentModule();
  const { url, run, stop } = await localDeployment({ serviceKey: localServiceKey });
  return { url, run, stop, tables, serviceKey: localServiceKey };
}

/** Guarantees no more than that its tests use it so: the functions are not published, so no package names their types. */
async function deploymentModule(): Promise<DeploymentModule> {
  const root = findRoot(import.meta.dirname);
  return import(join(root, "packages/stores/src/testing/local-deployment.ts")) as Promise<DeploymentModule>;
}
