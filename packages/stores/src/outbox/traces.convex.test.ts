import { convexBridge } from "../testing/convex-bridge.ts";
import { convexOutbox } from "./convex.ts";
import { eventTraceContract } from "./traces.contract.ts";
import { convexEventTraces } from "./traces.convex.ts";

const bridge = await convexBridge();

eventTraceContract("Convex", {
  outbox: convexOutbox(bridge.deployment),
  create: (options) => convexEventTraces(bridge.deployment, options),
  kept: () =>
    bridge.run(async ({ db }) => {
      const rows = await db.query("eventTraces").withIndex("byEvent").collect();
      return rows.map(({ eventId, functionId, ended }) => ({ eventId, functionId, ended }));
    }),
  stopLooking: (id) =>
    bridge.run(async ({ db }) => {
      for (const row of await db.query("outbox").collect())
        if (row.id === id) await db.patch(row._id, { tracedAt: Date.now() });
    }),
  async whileAway(act) {
    bridge.failNext({ status: 503 });
    await act();
  },
  reset: bridge.empty,
});
