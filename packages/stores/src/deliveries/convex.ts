import type { ConvexDeployment } from "../convex/deployment.ts";
import { outboxRows } from "../convex/emitting.ts";
import { functions } from "../convex/functions.ts";
import type { CountedDeliveries, Delivery, RecordedDelivery, RecordOptions } from "./port.ts";

const channels = ["email", "push", "sms"] as const;

/** What one call names at most. */
const atOnce = 200;
/** What one call of a list reads at most. */
const readAtOnce = 1_000;

export function convexDeliveries(deployment: ConvexDeployment): CountedDeliveries {
  const { query, mutation } = deployment.callsOf("deliveries");
  const { deliveries } = functions;

  async function record(given: readonly Delivery[], { run, emit = [] }: RecordOptions = {}): Promise<void> {
    if (given.length === 0) return;
    await mutation(deliveries.record, {
      deliveries: given.map(deliveryFrom),
      run: run && { ...run, events: JSON.stringify(run.events) },
      events: outboxRows(emit),
    });
  }

  async function getMany(keys: readonly string[]): Promise<RecordedDelivery[]> {
    const found: RecordedDelivery[] = [];
    for (let from = 0; from < keys.length; from += atOnce)
      found.push(...(await query(deliveries.getMany, { keys: keys.slice(from, from + atOnce) })));
    return found.map(recordedFrom);
  }

  async function countsOf(status: Delivery["status"], span: { from: number; to: number }) {
    const sums = { email: 0, sms: 0, push: 0 };
    let cursor: string | null = null;
    do {
      const page: { counts: typeof sums; next: string | null } = await query(deliveries.perChannel, {
        ...{ ...span, status, cursor },
      });
      for (const channel of channels) sums[channel] += page.counts[channel];
      cursor = page.next;
    } while (cursor !== null);
    return sums;
  }

  return {
    async perChannel({ from, to }) {
      const span = { from: Date.parse(from), to: Date.parse(to) };
      const [sent, failed, unknown] = [
        await countsOf("sent", span),
        await countsOf("failed", span),
        await countsOf("unknown", span),
      ];
      return channels
        .map((channel) => ({
          ...{ channel, sent: sent[channel], failed: failed[channel], unknown: unknown[channel] },
        }))
        .filter(({ sent, failed, unknown }) => sent + failed + unknown > 0);
    },
    record: (delivery, options) => record([delivery], options),
    recordMany: record,
    get: async (key) => (await getMany([key]))[0],
    getMany,
    async ofMessage(channel, messageId) {
      const found = await query(deliveries.withMessage, { channel, messageId });
      return found === null ? undefined : recordedFrom(found);
    },

    async list({ subject, limit = Number.POSITIVE_INFINITY }) {
      const latestFirst: RecordedDelivery[] = [];
      let cursor: string | null = null;
      do {
        const most: number = Math.min(readAtOnce, limit - latestFirst.length);
        const page: { deliveries: RecordedDelivery[]; next: string | null } = await query(
          deliveries.ofSubject,
          { subject, limit: most, cursor },
        );
        latestFirst.push(...page.deliveries);
        cursor = page.next;
      } while (cursor !== null && latestFirst.length < limit);
      return latestFirst.toReversed().map(recordedFrom);
    },
  };
}

/** With every field of the port, also where nothing is known. */
function recordedFrom(found: RecordedDelivery): RecordedDelivery {
  return { ...found, messageId: found.messageId, reason: found.reason };
}

function deliveryFrom(delivery: Delivery) {
  const { key, subject, workflow, recipient, channel, status, messageId, reason } = delivery;
  return { key, subject, workflow, recipient, channel, status, messageId, reason };
}
