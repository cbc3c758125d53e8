import { startTelemetry, type Telemetry } from "@org/telemetry/start";
import { observeState } from "@org/telemetry/state";
import { vendorLimits } from "@org/workflows/vendor-limits";
import { env } from "../env.ts";
import type { Ports } from "../ports.ts";

/** Undefined where nobody wants to know. */
export function beginTelemetry(): Promise<Telemetry | undefined> {
  return startTelemetry({
    service: "worker",
    endpoint: env.OTEL_EXPORTER_OTLP_ENDPOINT,
    isRead: env.METRICS_TOKEN !== undefined,
    ratio: env.OTEL_TRACES_SAMPLER_ARG,
  });
}

/** Tells of what waits in the database, and of the vendors' limits. */
export function observeWorker({
  stores: { outbox },
  operations,
  mohallaMart,
}: Pick<Ports, "stores" | "operations" | "mohallaMart">) {
  const granted = Object.entries(mohallaMart.limits ?? {}).filter(([, perSecond]) => perSecond !== undefined);
  observeState(
    async () => {
      const [state, open, messagesInDoubt] = await Promise.all([
        outbox.state(),
        operations.deadLetters.openByWorkflow(),
        operations.doubts.count(),
      ]);
      return {
        pendingEvents: state.pending,
        oldestPending: state.oldestPendingAge / 1_000,
        lostEvents: state.lost.length,
        messagesInDoubt,
        deadLetters: open.map(({ app, workflow, open: count }) => ({ app, workflow, count })),
      };
    },
    { ...vendorLimits, ...Object.fromEntries(granted) },
  );
}
