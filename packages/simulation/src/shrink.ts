import { type Happening, type History, minutesInADay } from "./history/history.ts";

/** Whether a history still fails as the first one did. */
export type StillFails = (history: History) => Promise<boolean>;

export interface ShrinkOptions {
  /** Told after each play. */
  onTry?: (state: { plays: number; happenings: number; days: number }) => void;
  /** Most plays; the shortest history until then is given. Default 400. */
  mostPlays?: number;
}

/**
 * The shortest history that still fails: first without what comes after the failure, then by delta debugging, which takes
 * out ever smaller parts, and in the end without the empty days before it begins.
 * @param failedOn the day of the failure, from 0
 */
export async function shrink(
  history: History,
  failedOn: number,
  stillFails: StillFails,
  { onTry, mostPlays = 400 }: ShrinkOptions = {},
): Promise<History> {
  let plays = 0;
  let best = until(history, failedOn);
  async function fails(candidate: History): Promise<boolean> {
    if (plays >= mostPlays) return false;
    plays += 1;
    const failed = await stillFails(candidate);
    if (failed) best = candidate;
    onTry?.({ plays, happenings: best.happenings.length, days: best.days });
    return failed;
  }

  const days = daysOf(best);
  // Whole days first: nearly always the failure is of the last one.
  await reduce(days, (kept) => fails(withHappenings(best, kept.flat())));
  await reduce(best.happenings, (kept) => fails(withHappenings(best, kept)));
  if (await simplify(best.happenings, (kept) => fails(withHappenings(best, kept))))
    await reduce(best.happenings, (kept) => fails(withHappenings(best, kept)));
  await fails(earlier(best));
  return best;
}

/** Puts simpler happenings in the place of what is left. @returns whether any could be */
async function simplify(
  happenings: readonly Happening[],
  fails: (kept: readonly Happening[]) => Promise<boolean>,
): Promise<boolean> {
  let kept = [...happenings];
  let isSimpler = false;
  for (const place of happenings.keys()) {
    for (const simpler of simplerThan(kept[place])) {
      const changed = kept.with(place, simpler);
      if (!(await fails(changed))) continue;
      kept = changed;
      isSimpler = true;
      break;
    }
  }
  return isSimpler;
}

/** The simplest first. */
function simplerThan(happening: Happening | undefined): Happening[] {
  if (happening?.kind !== "order") return [];
  const { items, payment } = happening;
  const single = items.length > 1 ? items.map((item) => ({ ...happening, items: [item] })) : [];
  const cash = payment === "cash" ? [] : [{ ...happening, payment: "cash" } as const];
  return [...single.map((each) => ({ ...each, payment: "cash" }) as const), ...single, ...cash];
}

/** Delta debugging (Zeller's ddmin), by complements: takes parts out as long as that keeps the failure. */
async function reduce<Item>(
  items: readonly Item[],
  fails: (kept: readonly Item[]) => Promise<boolean>,
): Promise<void> {
  let kept = items;
  for (let parts = 2; kept.length > 0; ) {
    const size = Math.ceil(kept.length / parts);
    let isShorter = false;
    for (let start = 0; start < kept.length; start += size) {
      const without = [...kept.slice(0, start), ...kept.slice(start + size)];
      if (!(await fails(without))) continue;
      kept = without;
      isShorter = true;
      start -= size;
    }
    if (size <= 1 && !isShorter) return;
    parts = isShorter ? Math.max(2, Math.min(parts, kept.length)) : Math.min(kept.length, parts * 2);
  }
}

function until({ seed, happenings }: History, day: number): History {
  return { seed, days: day + 1, happenings: happenings.filter(({ at }) => at < (day + 1) * minutesInADay) };
}

function withHappenings(history: History, happenings: readonly Happening[]): History {
  return { ...history, happenings };
}

function daysOf({ days, happenings }: History): Happening[][] {
  return Array.from({ length: days }, (_none, day) =>
    happenings.filter(({ at }) => Math.floor(at / minutesInADay) === day),
  );
}

/** The same, as many days earlier as there are empty ones in front. */
function earlier({ seed, days, happenings }: History): History {
  const empty = Math.floor((happenings[0]?.at ?? 0) / minutesInADay);
  const moved = happenings.map((happening) => ({ ...happening, at: happening.at - empty * minutesInADay }));
  return { seed, days: days - empty, happenings: moved };
}
