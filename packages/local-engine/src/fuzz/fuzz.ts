import { generateProgram } from "./generate.ts";
import { playModel } from "./model/model.ts";
import { playOnTestEngine, playOverHttp } from "./play.ts";
import type { Program } from "./program.ts";
import { shrink } from "./shrink.ts";
import { difference, type Trace } from "./trace.ts";

/** A program of which an engine does something else than the model. */
export interface Difference {
  /** Unset for a program that was given. */
  seed?: number;
  /** As small as it could be made. */
  program: Program;
  /** Both traces, from where they part. */
  found: string;
}

/** Programs that are played on one engine together: setting one up takes longer than a program. */
const programsAtOnce = 25;

export interface FuzzOptions {
  from: number;
  count: number;
  /** Told after each lot of programs, with the seeds that are done. */
  onProgress?: (done: number, differences: readonly Difference[]) => void;
}

/** Plays the programs of `count` seeds. Resolves to those that differ, made small. */
export async function fuzz({ from, count, onProgress }: FuzzOptions): Promise<Difference[]> {
  const differences: Difference[] = [];
  for (let done = 0; done < count; done += programsAtOnce) {
    const seeds = Array.from(
      { length: Math.min(programsAtOnce, count - done) },
      (_value, index) => from + done + index,
    );
    const found = await compare(seeds.map(generateProgram));
    for (const { position, program } of found) {
      const seed = seeds[position];
      differences.push({ ...(seed === undefined ? {} : { seed }), ...(await makeSmall(program)) });
    }
    onProgress?.(done + seeds.length, differences);
  }
  return differences;
}

/** Plays given programs, all together. Resolves to those that differ, as they are. */
export async function replay(programs: readonly Program[]): Promise<Difference[]> {
  return (await compare(programs)).map(({ program, found }) => ({ program, found }));
}

async function makeSmall(program: Program): Promise<Omit<Difference, "seed">> {
  const differs = async (candidate: Program) => (await compare([candidate])).length > 0;
  const small = await shrink(program, differs);
  const [found] = await compare([small]);
  return {
    program: small,
    found: found?.found ?? "  the difference is gone when the program is played again",
  };
}

interface Found {
  position: number;
  program: Program;
  found: string;
}

async function compare(programs: readonly Program[]): Promise<Found[]> {
  const expected = await playEach((some) => Promise.all(some.map(playModel)), programs);
  const players = { "test engine": playOnTestEngine, HTTP: playOverHttp };
  const found: Found[] = [];
  for (const [name, play] of Object.entries(players)) {
    const actual = await playEach(play, programs);
    for (const [position, program] of programs.entries()) {
      const text = differenceOf(expected[position], actual[position]);
      if (text !== undefined && !found.some((known) => known.position === position))
        found.push({ position, program, found: `  ${name}\n${text}` });
    }
  }
  return found;
}

/** A program that stops the engine from going on takes the others of its lot with it: they are played alone then. */
async function playEach(
  play: (programs: readonly Program[]) => Promise<Trace[]>,
  programs: readonly Program[],
): Promise<(Trace | Error)[]> {
  try {
    return await play(programs);
  } catch (error) {
    if (programs.length === 1) return [error instanceof Error ? error : new Error(String(error))];
    const alone: (Trace | Error)[] = [];
    for (const program of programs) alone.push(...(await playEach(play, [program])));
    return alone;
  }
}

function differenceOf(
  expected: Trace | Error | undefined,
  actual: Trace | Error | undefined,
): string | undefined {
  if (!expected || !actual) return "  there is no trace";
  if (expected instanceof Error) return `  the model: ${expected.message}`;
  return actual instanceof Error ? `  ${actual.message}` : difference(expected, actual);
}

/** For a person: the seed, the program as it is kept in `regressions.json`, and both traces. */
export function describeDifference({ seed, program, found }: Difference): string {
  const head = seed === undefined ? "a kept program differs" : `the program of seed ${seed} differs`;
  return `${head}; made small it is\n  ${JSON.stringify(program)}\n${found}`;
}
