import { createDice } from "./dice.ts";
import { drawFaults, type FaultLevel } from "./draw-faults.ts";
import { drawHouse } from "./draw-house.ts";
import { drawMarket } from "./draw-market.ts";
import { type Happening, type History, minutesInADay } from "./history.ts";

export interface HistoryOptions {
  seed: number;
  days: number;
  /** Default 200. */
  customers?: number;
  /** Default 10. */
  shops?: number;
  /** Default 150. */
  residents?: number;
  /** Default `all`. */
  faults?: FaultLevel;
}

/** Everything that happens in a number of days, drawn from a seed. */
export function drawHistory(options: HistoryOptions): History {
  const { seed, days, customers = 200, shops = 10, residents = 150, faults = "all" } = options;
  const dice = createDice(seed);
  const happenings: Happening[] = [
    ...drawMarket(dice.named("market"), { days, customers, shops }),
    ...drawHouse(dice.named("house"), { days, residents }),
    ...drawFaults(dice.named("faults"), { days, level: faults }),
  ];
  const inTime = happenings
    .map((happening, drawn) => ({ happening: { ...happening, at: awake(happening.at) }, drawn }))
    .toSorted((one, other) => one.happening.at - other.happening.at || one.drawn - other.drawn)
    .map(({ happening }) => happening);
  return { seed, days, happenings: inTime.filter(({ at }) => at < days * minutesInADay) };
}

const morning = 6 * 60;

/** Later, when it falls into the hours in which the day is looked at. */
function awake(at: number): number {
  const ofDay = at % minutesInADay;
  return ofDay < morning ? at - ofDay + morning + (ofDay % 60) : at;
}
