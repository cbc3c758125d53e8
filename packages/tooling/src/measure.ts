/** Two ways to do the same thing: ours, and the least that could do it. */
export interface Contenders {
  ours: () => Promise<unknown>;
  bare: () => Promise<unknown>;
}

export interface Medians {
  ours: number;
  bare: number;
}

/**
 * Milliseconds of one call each, the medians. The calls take turns, and turns in going first, so that whatever else
 * the machine does weighs on both alike.
 */
export async function medianTimes({ ours, bare }: Contenders, calls: number): Promise<Medians> {
  const times = { ours: [] as number[], bare: [] as number[] };
  const measured = {
    ours: async () => times.ours.push(await timed(ours)),
    bare: async () => times.bare.push(await timed(bare)),
  };
  for (let call = 0; call < calls; call += 1) {
    const [first, second] = call % 2 === 0 ? [measured.ours, measured.bare] : [measured.bare, measured.ours];
    await first();
    await second();
  }
  return { ours: median(times.ours), bare: median(times.bare) };
}

/** Milliseconds. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

export function round(value: number, digits = 1): number {
  return Number(value.toFixed(digits));
}

export function print(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value)}\n`);
}
