import type { City } from "../world/city.ts";
import { nobodyWithoutConsent } from "./consent.ts";
import { theGoneAreNowhere } from "./erased.ts";
import { digestsTellOnce, seatsAreEnough } from "./house.ts";
import type { Breach, Invariant, Moment } from "./invariant.ts";
import { everyMessageOnce, outboxIsEmpty } from "./messages.ts";
import { moneyIsRight } from "./money.ts";
import { failuresHaveTheirCause, nothingRunsForEver } from "./runs.ts";
import { searchIsTheCatalogue } from "./search.ts";
import { nothingStaysReserved, stockIsRight } from "./stock.ts";

/** All that must hold every night. Some remember what they saw, so they are made for one play. */
export function createInvariants() {
  const all: Readonly<Record<string, Invariant>> = {
    money: moneyIsRight,
    stock: stockIsRight,
    reserved: nothingStaysReserved,
    "one-message": everyMessageOnce(),
    outbox: outboxIsEmpty,
    search: searchIsTheCatalogue,
    digests: digestsTellOnce,
    seats: seatsAreEnough,
    consent: nobodyWithoutConsent,
    running: nothingRunsForEver,
    "dead-letters": failuresHaveTheirCause,
    erased: theGoneAreNowhere,
  };
  return async (city: City, moment: Moment): Promise<Breach[]> => {
    const found: Breach[] = [];
    for (const [invariant, look] of Object.entries(all)) {
      const wrong = await look(city, moment);
      found.push(...wrong.map((about) => ({ invariant, day: moment.day, about })));
    }
    return found;
  };
}
