import { setTimeout as pause } from "node:timers/promises";

/** Resolves when the next request may leave. */
export type Turn = () => Promise<void>;

export interface PaceClock {
  /** Milliseconds of a clock that only goes forward. */
  now(): number;
  wait(milliseconds: number): Promise<unknown>;
}

const realClock: PaceClock = { now: () => performance.now(), wait: (milliseconds) => pause(milliseconds) };

/** Turns that are evenly spaced, so many a second; none is saved up while nobody wants one. */
export function evenTurns(perSecond: number, { now, wait } = realClock): Turn {
  let next = Number.NEGATIVE_INFINITY;
  return async () => {
    const turn = Math.max(now(), next);
    next = turn + 1_000 / perSecond;
    if (turn > now()) await wait(turn - now());
  };
}
