import { act } from "./acts/act.ts";
import { type Happening, type History, isFault, minutesInADay } from "./history/history.ts";
import { type Breach, dayLong } from "./invariants/invariant.ts";
import { createInvariants } from "./invariants/invariants.ts";
import { replayFailures } from "./invariants/runs.ts";
import { type City, startCity } from "./world/city.ts";
import type { CityServer } from "./world/database.ts";
import { digestOf, type WorldDigest } from "./world/digest.ts";
import type { ChangedPorts } from "./world/ports.ts";

export interface PlayOptions {
  server: CityServer;
  /** Told after each night. */
  onDay?: (day: DayReport) => void;
  /** Stands between the workflows and a vendor, to plant a defect. */
  changed?: ChangedPorts;
  /** Whether the world's digest is wanted; it reads everything. Default: true. */
  withDigest?: boolean;
}

export interface DayReport {
  /** From 0. */
  day: number;
  acts: number;
  faults: number;
  /** How often people got which answer, by act and answer: `order ok`. */
  outcomes: Readonly<Record<string, number>>;
  /** Runs that failed for good and were replayed in the night. */
  replayed: number;
  /** Messages that left until now. */
  messages: number;
  breaches: readonly Breach[];
}

export interface Played {
  /** Those of the first night on which something did not hold; the play ends then. */
  breaches: readonly Breach[];
  days: readonly DayReport[];
  digest: WorldDigest | undefined;
}

/** Half an hour past midnight, when the day's faults are over and what failed is replayed. */
const replayTime = 30;
/** When banks have the day's refunds. */
const bankTime = 2 * 60;
/** Half past five, when all tries are over. */
const lookTime = 5 * 60 + 30;

/** Plays a history: the same history ends in the same world, bit by bit. */
export async function play(history: History, options: PlayOptions): Promise<Played> {
  const { server, changed, onDay, withDigest = true } = options;
  const released = !history.happenings.some(({ kind }) => kind === "release");
  const city = await startCity({ server, seed: history.seed, released, changed });
  try {
    const look = createInvariants();
    const days: DayReport[] = [];
    for (let day = 0; day < history.days; day += 1) {
      const today = history.happenings.filter(({ at }) => Math.floor(at / minutesInADay) === day);
      const { outcomes, uncaused } = await live(city, today);
      const midnight = (day + 1) * minutesInADay;
      await city.advanceTo(midnight);
      city.faults.lift();
      await city.advanceTo(midnight + replayTime);
      const replayed = await replayFailures(city);
      await city.settle();
      await city.advanceTo(midnight + bankTime);
      await city.settleRefunds();
      await city.advanceTo(midnight + lookTime);
      const breaches = [
        ...uncaused.map((about) => ({ invariant: "acts", day, about })),
        ...(await look(city, { day, last: day === history.days - 1 })),
      ];
      const faults = today.filter(isFault).length;
      const messages = city.emulators.outbox().length;
      const report = { day, acts: today.length - faults, faults, outcomes, replayed, messages, breaches };
      days.push(report);
      onDay?.(report);
      if (breaches.length > 0) break;
    }
    return {
      breaches: days.at(-1)?.breaches ?? [],
      days,
      digest: withDigest ? await digestOf(city) : undefined,
    };
  } finally {
    await city.stop();
  }
}

/** One day of people and of faults. @returns how people were answered, and what failed although nothing was wrong. */
async function live(city: City, today: readonly Happening[]) {
  const outcomes: Record<string, number> = {};
  const uncaused: string[] = [];
  for (const happening of today) {
    await city.advanceTo(happening.at);
    if (isFault(happening)) {
      city.faults.bring(happening);
      await city.settle();
      continue;
    }
    const answer = await act(city, happening).catch((error: unknown) => {
      if (city.faults.lastFaultAt() < city.now() - dayLong)
        uncaused.push(`${happening.kind}: ${String(error)}`);
      return "failed";
    });
    const name = `${happening.kind} ${answer}`;
    outcomes[name] = (outcomes[name] ?? 0) + 1;
    await city.settle();
  }
  return { outcomes, uncaused };
}
