import type { EventToSend } from "@org/events";
import { afterAll } from "vitest";
import { type ConvexDeployment, convexDeployment } from "../convex/deployment.ts";
import {
  type LocalDeployment,
  type LocalDeploymentOptions,
  localDeployment,
  tableNames,
} from "./local-deployment.ts";

/** What test deployments ask for. */
export const testServiceKey = "a service key of tests, 32 characters and more";

export interface ConvexBridge extends LocalDeployment {
  deployment: ConvexDeployment;
  /** The events in the outbox, in the order in which they were appended. */
  emitted(): Promise<EventToSend[]>;
  empty(): Promise<void>;
}

/** A deployment of the test file's own, and what its tests ask of it. */
export async function convexBridge(
  options: Pick<LocalDeploymentOptions, "documentsRead"> = {},
): Promise<ConvexBridge> {
  const local = await localDeployment({ ...options, serviceKey: testServiceKey });
  afterAll(local.stop);
  const { url, run } = local;
  return {
    ...local,
    deployment: convexDeployment({ url, serviceKey: testServiceKey, pause: async () => undefined }),
    emitted: () =>
      run(async ({ db }) => {
        const rows = await db.query("outbox").collect();
        return rows.map(({ payload }): EventToSend => JSON.parse(payload));
      }),
    empty: () =>
      run(async ({ db }) => {
        for (const table of tableNames)
          for (const { _id } of await db.query(table).collect()) await db.delete(_id);
      }),
  };
}
