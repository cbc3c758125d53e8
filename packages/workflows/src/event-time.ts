/**
 * When an event was sent, or a schedule fired: the time that everything of a run is reckoned from, so that a run that
 * is repeated later does the same.
 */
export function eventTime({ ts }: { ts?: number }): Date {
  // The engine gives every event a time; the SDK's type allows for one that was never sent.
  if (ts === undefined)
    throw new Error("An event without a time cannot be reckoned from: send it through the engine.");
  return new Date(ts);
}
