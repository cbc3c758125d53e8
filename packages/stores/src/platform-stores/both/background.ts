import type { ChangeListener } from "../../changes/port.ts";
import type { EventTraces, Reconciler, Relay } from "../../outbox/port.ts";

/** Each outbox has its own relay; they go on without each other. */
export function relayOfBoth(market: Relay, others: Relay): Relay {
  return {
    async start() {
      await Promise.all([market.start(), others.start()]);
    },
    drain: async () => (await market.drain()) + (await others.drain()),
    async stop() {
      await Promise.all([market.stop(), others.stop()]);
    },
  };
}

export function reconcilerOfBoth(market: Reconciler, others: Reconciler): Reconciler {
  return {
    start() {
      market.start();
      others.start();
    },
    reconcile: async () => (await market.reconcile()) + (await others.reconcile()),
    async stop() {
      await Promise.all([market.stop(), others.stop()]);
    },
  };
}

/** What an event started is written beside its outbox; the other one knows no such event. */
export function tracesOfBoth(market: EventTraces, others: EventTraces): EventTraces {
  return {
    saw(trace) {
      market.saw(trace);
      others.saw(trace);
    },
    async flush() {
      await Promise.all([market.flush(), others.flush()]);
    },
    async close() {
      await Promise.all([market.close(), others.close()]);
    },
  };
}

export function changesOfBoth(market: ChangeListener, others: ChangeListener): ChangeListener {
  return {
    get isListening() {
      return market.isListening && others.isListening;
    },
    listen(subject, onChange) {
      const ends = [market.listen(subject, onChange), others.listen(subject, onChange)];
      return () => {
        for (const end of ends) end();
      };
    },
    async close() {
      await Promise.all([market.close(), others.close()]);
    },
  };
}
