/** Who waits until nothing is left to do. */
export interface IdleWaiters {
  wait(): Promise<void>;
  /** Lets everyone go on, if nothing is left to do. */
  resolve(): void;
}

export function createIdleWaiters(isIdle: () => boolean): IdleWaiters {
  let waiting: (() => void)[] = [];

  return {
    wait: () =>
      new Promise((resolve) => {
        waiting.push(resolve);
      }),
    resolve() {
      if (waiting.length === 0 || !isIdle()) return;
      const resolved = waiting;
      waiting = [];
      for (const resolve of resolved) resolve();
    },
  };
}
