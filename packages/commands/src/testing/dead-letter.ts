import type { NewDeadLetter } from "@org/stores/dead-letters/port";

/** A failed run of an hour before `now`. */
export function deadLetter(runId: string, now: Date): NewDeadLetter {
  const failedAt = new Date(now.getTime() - 60 * 60_000).toISOString();
  return {
    runId,
    app: "mohallamart",
    workflow: "send-order-confirmation",
    events: [{ id: "order.created:ord_1", name: "order.created", ts: Date.parse(failedAt) }],
    error: { name: "Error", message: "Resend answered 503." },
    failedAt,
  };
}
