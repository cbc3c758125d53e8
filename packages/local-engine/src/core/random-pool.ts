import { randomFillSync } from "node:crypto";

/** Random numbers from 0 up to 1, drawn by the thousand: drawing each by itself costs more than all else about an id. */
export function createRandomPool(): () => number {
  const pool = new Uint32Array(1_024);
  let left = 0;
  return () => {
    if (left === 0) {
      randomFillSync(pool);
      left = pool.length;
    }
    left--;
    return (pool[left] ?? 0) / 2 ** 32;
  };
}
