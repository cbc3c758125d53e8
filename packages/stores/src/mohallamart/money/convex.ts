import type { ConvexDeployment } from "../../convex/deployment.ts";
import { functions } from "../../convex/functions.ts";
import { marketCalls } from "../convex-refusals.ts";
import type { MoneyBook, MoneyDifference } from "../port.ts";

export function convexMoney(deployment: ConvexDeployment): MoneyBook {
  const { query, mutation, change } = marketCalls(deployment, "money");
  const { money, moneyLists } = functions;
  return {
    bookRefund: ({ refundId, orderId, amount, status }, events) =>
      change(money.bookRefund, { refund: { refundId, orderId, amount, status } }, events),
    bookDispute: ({ disputeId, orderId, amount, status, answerBy }, events) =>
      change(money.bookDispute, { dispute: { disputeId, orderId, amount, status, answerBy } }, events),
    refunds: (orderId) => query(moneyLists.refunds, { orderId }),
    disputes: (orderId) => query(moneyLists.disputes, { orderId }),
    findMany: (paymentIds) => query(moneyLists.findMany, { paymentIds: [...paymentIds] }),
    unsettled: ({ before, limit }) => query(moneyLists.unsettled, { before: Date.parse(before), limit }),
    async keep({ day, from, to, payments, refunds, differences }) {
      const span = { from: new Date(from).toISOString(), to: new Date(to).toISOString() };
      const found = { payments, refunds, differences: JSON.stringify(differences) };
      await mutation(moneyLists.keep, { reconciliation: { day, ...span, ...found } });
    },
    async reconciliations(limit) {
      const kept = await query(moneyLists.reconciliations, { limit });
      return kept.map(({ differences, ...each }) => ({ ...each, differences: differencesFrom(differences) }));
    },
  };
}

/** Holds what `keep` wrote, and nothing else writes it. */
function differencesFrom(text: string): MoneyDifference[] {
  return JSON.parse(text);
}
