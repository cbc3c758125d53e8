export interface Bell {
  /** Resolves after the given milliseconds, or earlier when it is rung. */
  wait(milliseconds: number): Promise<void>;
  wake(): void;
}

/** What is rung while nobody waits is heard by whoever waits next. */
export function createBell(): Bell {
  let missed = false;
  let resume: (() => void) | undefined;
  return {
    wake() {
      missed = true;
      resume?.();
    },
    async wait(milliseconds) {
      if (!missed) {
        let timer: NodeJS.Timeout | undefined;
        await new Promise<void>((resolve) => {
          resume = resolve;
          timer = setTimeout(resolve, milliseconds);
        });
        clearTimeout(timer);
        resume = undefined;
      }
      missed = false;
    },
  };
}
