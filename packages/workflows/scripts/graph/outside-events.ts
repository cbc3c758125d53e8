/** Why nothing in this repository sends an event, or acts on it. Every other event has both. */
export const outsideEvents: ReadonlyMap<string, { sender?: string; consumer?: string }> = new Map<
  string,
  { sender?: string; consumer?: string }
>([
  ["cleanup.expiredSessions", { sender: "an operator, who does not wait for the schedule" }],
  ["cleanup.oldLogs", { sender: "an operator, who does not wait for the schedule" }],
  ["operations/events.lost", { sender: "the worker's reconciler, where the outbox is kept" }],
]);
