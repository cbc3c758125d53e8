import { hasNumber } from "./accepts.ts";
import type { NumberSet } from "./value-set.ts";

/** The number, and others on both sides of it. */
export function around(number: number): number[] {
  return [number, number - 1, number + 1, number - 0.01, number + 0.01, number / 2, number * 2];
}

/** Numbers of a set at its limits and at others. */
export function numbersNear(set: NumberSet, others: readonly NumberSet[]): number[] {
  const limits = [set, ...others].flatMap(({ min, max, above, below, multiplesOf = [] }) => [
    ...[min, max, above, below].filter((limit) => limit !== undefined),
    ...multiplesOf.flatMap((step) => [step, step * 3, step * 7, step * 1_001, step / 2]),
  ]);
  const near = limits.flatMap((limit) => [
    ...around(limit),
    limit * (1 + Number.EPSILON),
    limit * (1 - Number.EPSILON),
  ]);
  const plain = [
    0,
    1,
    -1,
    2,
    0.5,
    0.1,
    1.01,
    0.001,
    -0.5,
    1_000_000,
    2 ** 31,
    2 ** 53,
    -(2 ** 53),
    1e300,
    -1e300,
  ];
  return [...new Set([...plain, ...limits, ...near])].filter((value) => hasNumber(set, value)).slice(0, 60);
}
