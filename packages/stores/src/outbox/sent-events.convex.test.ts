import { createConvexRelay } from "../convex/relay.ts";
import { convexBridge } from "../testing/convex-bridge.ts";
import { convexOutbox } from "./convex.ts";
import { sentEventContract } from "./sent-events.contract.ts";
import { convexSentEvents } from "./sent-events.convex.ts";
import { recordingLog } from "./testing/engine.ts";

const bridge = await convexBridge();
const { deployment } = bridge;

sentEventContract("Convex", {
  events: convexSentEvents(deployment),
  outbox: convexOutbox(deployment),
  relay: (client) => createConvexRelay({ deployment, client, log: recordingLog() }),
  kept: () =>
    bridge.run(async ({ db }) => {
      const rows = await db.query("outbox").withIndex("byId").collect();
      return rows.map(({ id, name, payload }) => ({ id, name, payload: JSON.parse(payload) }));
    }),
  writes: async () => bridge.calls(),
  // Longer than a document may be.
  unwritable: { id: "long", name: "order.paid", data: { text: "x".repeat(1_100_000) } },
  async whileAway(act) {
    bridge.failNext({ status: 503 });
    await act();
  },
  reset: bridge.empty,
});
