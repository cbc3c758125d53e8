/**
 * A replay of a failed run is an invoked run, and passes its function's flow control. What merges or drops runs must
 * not do so with a replay: the step that invoked it would wait for a run that never comes.
 */
const isReplay = "has(event.data.replayOf)";

/** The key of a `debounce`, a `singleton`, a `rateLimit` or an `idempotency`: a replay has one that no other run has. */
export function keyOfOneReplay(key: string): string {
  return `${isReplay} ? event.data.replayOf : ${key}`;
}

/** The `if` of `batchEvents`: a replay is a run of its own, for the events that its run had. */
export const unlessReplayed = `!${isReplay}`;
