/** Where the engine gets the time from, and how it is woken. */
export interface Clock {
  /** Milliseconds since the epoch. It never goes back: what waits for a time that has passed waits no longer. */
  now(): number;
  /** How far `now` is ahead of the computer's clock, which may have been set back: schedules and dates follow that. */
  ahead?(): number;
  /** Told a time that has certainly passed, as the newest of a stored state: `now` is never before it. */
  notBefore?(time: number): void;
  /** Calls back once at `time`, replacing an earlier request; `undefined` takes it back. It may call back earlier. */
  wakeAt(time: number | undefined, callback: () => void): void;
}

/** Looks at the computer's clock at least this often, since a timer does not hear of its being set. */
const longestWait = 30_000;
/** Milliseconds by which the two clocks may drift apart between two looks without anybody having set one. */
const drift = 1_000;
/** A stored time that is further ahead tells of a clock that was quite wrong, and would hold up what has a date. */
const longestLead = 7 * 86_400_000;

export interface ComputerClocks {
  /** Milliseconds since the epoch; it can be set. */
  wall(): number;
  /** Milliseconds since any moment; it only goes on. */
  elapsed(): number;
}

/**
 * The computer's clock. When that is set back, this one goes on from where it is, ahead of it, so that whatever waits for
 * a length of time waits no longer than that; when it is set forward, this one follows.
 */
export function createSystemClock(
  computer: ComputerClocks = { wall: () => Date.now(), elapsed: () => performance.now() },
): Required<Clock> {
  let timeout: NodeJS.Timeout | undefined;
  let setFor: number | undefined;
  let ahead = 0;
  let last = computer.wall();
  let lastElapsed = computer.elapsed();

  function now(): number {
    const elapsed = computer.elapsed();
    const wall = computer.wall();
    const expected = last + (elapsed - lastElapsed);
    const step = wall + ahead - expected;
    if (step < -drift) ahead -= Math.round(step);
    else if (step > drift) ahead = Math.max(0, ahead - Math.round(step));
    last = Math.max(last, wall + ahead);
    lastElapsed = elapsed;
    return last;
  }

  return {
    now,
    ahead: () => ahead,
    notBefore(time) {
      const missing = time - now();
      if (missing <= 0 || missing > longestLead) return;
      ahead += missing;
      last = time;
    },
    wakeAt(time, callback) {
      if (time === setFor) return;
      clearTimeout(timeout);
      setFor = time;
      if (time === undefined) return;
      const wait = Math.min(Math.max(0, time - now()), longestWait);
      timeout = setTimeout(() => {
        setFor = undefined;
        callback();
      }, wait);
    },
  };
}

/** A clock that stands still until it is set. Nothing is woken: its owner asks what is due. */
export interface VirtualClock extends Clock {
  /** Moves the clock to a time in milliseconds since the epoch; it never goes back. */
  set(time: number): void;
}

export function createVirtualClock(start: number): VirtualClock {
  let current = start;
  return {
    now: () => current,
    wakeAt() {},
    set(time) {
      current = Math.max(current, time);
    },
  };
}
