import type { ChannelCounts, CountedDeliveries } from "../../deliveries/port.ts";
import type { DeliveryReportBook } from "../../delivery-reports/port.ts";
import type { OldLogs } from "../../logs/port.ts";

/** What pages ask of the messages of both products; each product's workflows record in its own store. */
export function deliveriesOfBoth(market: CountedDeliveries, others: CountedDeliveries): CountedDeliveries {
  return {
    record: market.record,
    recordMany: market.recordMany,
    get: async (key) => (await market.get(key)) ?? (await others.get(key)),
    getMany: async (keys) => [...(await market.getMany(keys)), ...(await others.getMany(keys))],
    ofMessage: async (channel, messageId) =>
      (await market.ofMessage(channel, messageId)) ?? (await others.ofMessage(channel, messageId)),
    async list(options) {
      const found = [...(await market.list(options)), ...(await others.list(options))];
      const inOrder = found.toSorted(
        (one, other) => Date.parse(one.recordedAt) - Date.parse(other.recordedAt),
      );
      return options.limit === undefined ? inOrder : inOrder.slice(-options.limit);
    },
    async perChannel(span) {
      const counts = new Map<string, ChannelCounts>();
      for (const each of [...(await market.perChannel(span)), ...(await others.perChannel(span))]) {
        const { channel, sent, failed, unknown } = counts.get(each.channel) ?? none(each);
        counts.set(channel, {
          channel,
          ...{ sent: sent + each.sent, failed: failed + each.failed, unknown: unknown + each.unknown },
        });
      }
      return [...counts.values()].toSorted((one, other) => (one.channel < other.channel ? -1 : 1));
    },
  };
}

function none({ channel }: ChannelCounts): ChannelCounts {
  return { channel, sent: 0, failed: 0, unknown: 0 };
}

/**
 * Nobody knows from a report which product's message it is of, so both book it. The marketplace's says what follows, once:
 * a report that only one of them has booked comes again, and says nothing new there.
 */
export function reportsOfBoth(market: DeliveryReportBook, others: DeliveryReportBook): DeliveryReportBook {
  return {
    async take(reports, events) {
      await others.take(reports);
      await market.take(reports, events);
    },
  };
}

/** The batches of both have numbers of their own: even ones are the marketplace's, odd ones the other one's. */
export function oldLogsOfBoth(market: OldLogs, others: OldLogs): OldLogs {
  const of = (number: number) => (number % 2 === 0 ? market : others);
  const own = (number: number) => Math.floor(number / 2);
  return {
    async begin(options) {
      const first = await market.begin(options);
      if (first) return { ...first, number: first.number * 2 };
      const next = await others.begin(options);
      return next && { ...next, number: next.number * 2 + 1 };
    },
    read: (batch) => of(batch.number).read({ ...batch, number: own(batch.number) }),
    remove: (batch) => of(batch.number).remove({ ...batch, number: own(batch.number) }),
  };
}
