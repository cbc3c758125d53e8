import { createConvexReconciler } from "../convex/reconciler.ts";
import { createConvexRelay } from "../convex/relay.ts";
import { convexBridge } from "../testing/convex-bridge.ts";
import { convexOutbox } from "./convex.ts";
import { reconcilerContract } from "./reconciler.contract.ts";
import { recordingLog } from "./testing/engine.ts";
import { convexEventTraces } from "./traces.convex.ts";

const bridge = await convexBridge();
const { deployment } = bridge;

reconcilerContract("Convex", {
  outbox: convexOutbox(deployment),
  create: (options) => createConvexReconciler({ deployment, ...options }),
  relay: (client) => createConvexRelay({ deployment, client, log: recordingLog() }),
  traces: (options) => convexEventTraces(deployment, options),
  pass: (minutes) =>
    bridge.run(async ({ db }) => {
      const earlier = (at: number | undefined) => (at === undefined ? undefined : at - minutes * 60_000);
      for (const { _id, acceptedAt, lookFrom, lostSince } of await db.query("outbox").collect())
        await db.patch(_id, {
          acceptedAt: earlier(acceptedAt),
          lookFrom: earlier(lookFrom),
          lostSince: earlier(lostSince),
        });
    }),
  emitted: bridge.emitted,
  traceCount: () => bridge.run(async ({ db }) => (await db.query("eventTraces").collect()).length),
  traced: () =>
    bridge.run(async ({ db }) => {
      const rows = await db.query("outbox").collect();
      return rows
        .filter(({ tracedAt }) => tracedAt !== undefined)
        .map(({ id }) => id)
        .toSorted();
    }),
  many: 250,
  reset: bridge.empty,
});
