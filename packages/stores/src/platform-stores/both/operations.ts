import type { DeadLetters } from "../../dead-letters/port.ts";
import type { Doubts } from "../../doubts/port.ts";
import type { OperatedOutbox } from "../../outbox/port.ts";
import { addedUp } from "../../outbox/waiting.ts";
import type { Suppressions } from "../../suppressions/port.ts";

const marketplaceApp = "mohallamart";

export function deadLettersOfBoth(market: DeadLetters, others: DeadLetters): DeadLetters {
  const of = (app: string) => (app === marketplaceApp ? market : others);
  const either = async (act: (store: DeadLetters) => Promise<boolean>) =>
    (await act(market)) || (await act(others));
  return {
    record: (letter) => of(letter.app).record(letter),
    get: async (runId) => (await market.get(runId)) ?? (await others.get(runId)),
    async list(filter = {}) {
      if (filter.app !== undefined) return of(filter.app).list(filter);
      const found = [...(await market.list(filter)), ...(await others.list(filter))];
      return found.toSorted(latestFirst).slice(0, filter.limit ?? 50);
    },
    async openByWorkflow() {
      const found = [...(await market.openByWorkflow()), ...(await others.openByWorkflow())];
      return found.toSorted((one, other) => descending(one.latestFailedAt, other.latestFailedAt));
    },
    count: (options) => of(options.app).count(options),
    markReplayed: (runId, by) => either((store) => store.markReplayed(runId, by)),
    reopen: (runId, by) => either((store) => store.reopen(runId, by)),
    discard: (runId) => either((store) => store.discard(runId)),
    async forget(userId, options) {
      if (options?.app !== undefined) return of(options.app).forget(userId, options);
      return (await market.forget(userId, options)) + (await others.forget(userId, options));
    },
  };
}

function descending(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? 1 : -1;
}

function latestFirst(one: { failedAt: string; runId: string }, other: { failedAt: string; runId: string }) {
  return descending(one.failedAt, other.failedAt) || descending(one.runId, other.runId);
}

export function doubtsOfBoth(market: Doubts, others: Doubts): Doubts {
  const bothOf = async (act: (store: Doubts) => Promise<void>) => {
    await act(market);
    await act(others);
  };
  return {
    async list({ limit = 200 } = {}) {
      const found = [...(await market.list({ limit })), ...(await others.list({ limit }))];
      return found.toSorted((one, other) => descending(other.since, one.since)).slice(0, limit);
    },
    count: async () => (await market.count()) + (await others.count()),
    get: async (key) => (await market.get(key)) ?? (await others.get(key)),
    run: async (runId) => (await market.run(runId)) ?? (await others.run(runId)),
    markAsked: (runIds) => bothOf((store) => store.markAsked(runIds)),
    markTold: (keys) => bothOf((store) => store.markTold(keys)),
    settle: async (key) => (await market.settle(key)) || (await others.settle(key)),
    allowAgain: async (key, events) =>
      (await market.allowAgain(key, events)) || (await others.allowAgain(key, events)),
    clear: () => bothOf((store) => store.clear()),
  };
}

/** What is sent on its own goes by the marketplace's: nothing of it is written together with the association's. */
export function outboxOfBoth(market: OperatedOutbox, others: OperatedOutbox): OperatedOutbox {
  return {
    send: market.send,
    resend: async (eventId) => (await market.resend(eventId)) || (await others.resend(eventId)),
    discard: async (eventId, reason) =>
      (await market.discard(eventId, reason)) || (await others.discard(eventId, reason)),
    waiting: async () => addedUp([...(await market.waiting()), ...(await others.waiting())]),
    async state() {
      const [one, other] = [await market.state(), await others.state()];
      return {
        pending: one.pending + other.pending,
        oldestPendingAge: Math.max(one.oldestPendingAge, other.oldestPendingAge),
        failing: [...one.failing, ...other.failing],
        lost: [...one.lost, ...other.lost],
      };
    },
  };
}

/** Both products send over the same accounts, so each store has every address. */
export function suppressionsOfBoth(market: Suppressions, others: Suppressions): Suppressions {
  return {
    find: async (channel, address) =>
      (await market.find(channel, address)) ?? (await others.find(channel, address)),
    counts: others.counts,
    async add(suppression) {
      await market.add(suppression);
      await others.add(suppression);
    },
    async lift(channel, address) {
      const lifted = [await market.lift(channel, address), await others.lift(channel, address)];
      return lifted.includes(true);
    },
  };
}
