/** Where the engine gets the time from, and how it is woken. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Calls back once at `time`, replacing an earlier request; `undefined` takes it back. */
  wakeAt(time: number | undefined, callback: () => void): void;
}

const longestTimeout = 2 ** 31 - 1;

/** The computer's clock. */
export function createSystemClock(): Clock {
  let timeout: NodeJS.Timeout | undefined;
  let setFor: number | undefined;
  return {
    now: () => Date.now(),
    wakeAt(time, callback) {
      if (time === setFor) return;
      clearTimeout(timeout);
      setFor = time;
      if (time === undefined) return;
      const wait = Math.min(Math.max(0, time - Date.now()), longestTimeout);
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
