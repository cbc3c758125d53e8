/** What a pressed key means after the ones before it. */
export interface KeyReader {
  /** @returns the bound keys that are now complete, such as "j" or "g e". */
  press(key: string, now: number, isBound: (keys: string) => boolean): string | undefined;
}

const longestPause = 1_000;

/** Joins keys that follow each other within a second, so that "g" and then "e" are the binding "g e". */
export function createKeyReader(): KeyReader {
  let prefix: string | undefined;
  let pressedAt = 0;
  return {
    press(key, now, isBound) {
      const joined = prefix !== undefined && now - pressedAt <= longestPause ? `${prefix} ${key}` : undefined;
      pressedAt = now;
      prefix = key;
      const found = joined !== undefined && isBound(joined) ? joined : isBound(key) ? key : undefined;
      if (found !== undefined) prefix = undefined;
      return found;
    },
  };
}
