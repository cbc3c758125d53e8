import type { ConvexDeployment } from "../convex/deployment.ts";
import { functions } from "../convex/functions.ts";
import { everyPage } from "../convex/pages.ts";
import { hashOf } from "./address-hash.ts";
import type { Suppression, Suppressions } from "./port.ts";

const channels = ["email", "push", "sms"] as const;

export function convexSuppressions(deployment: ConvexDeployment): Suppressions {
  const { query, mutation } = deployment.callsOf("suppressions");
  const { suppressions } = functions;
  return {
    async find(channel, address) {
      const found = await query(suppressions.find, { channel, addressHash: hashOf(address) });
      return found ? { ...found, since: new Date(found.since).toISOString() } : undefined;
    },

    async counts() {
      const counts: Awaited<ReturnType<Suppressions["counts"]>> = [];
      for (const channel of channels) {
        const reasons = await everyPage<string, Suppression["reason"]>("", async (after) => {
          const page = await query(suppressions.reasons, { channel, after });
          return { rows: page.reasons, next: page.next };
        });
        for (const reason of [...new Set(reasons)].toSorted())
          counts.push({ channel, reason, count: reasons.filter((each) => each === reason).length });
      }
      return counts;
    },

    async add({ channel, address, reason }) {
      await mutation(suppressions.add, { channel, addressHash: hashOf(address), reason });
    },

    lift: (channel, address) => mutation(suppressions.lift, { channel, addressHash: hashOf(address) }),
  };
}
