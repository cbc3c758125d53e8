import type { Act } from "../history/history.ts";
import type { City } from "../world/city.ts";
import { houseDoings } from "./house.ts";
import { marketDoings } from "./market.ts";
import type { ActOutcome } from "./outcome.ts";

const doings = { ...marketDoings, ...houseDoings };

/** Has somebody do something. @returns what they were answered; @throws what their page would have failed with */
export function act(city: City, doing: Act): Promise<ActOutcome> {
  return doer(doing.kind)(city, doing);
}

/** Guarantee: the table has a doing of each kind's own act under the name of the kind. */
function doer(kind: Act["kind"]): (city: City, act: Act) => Promise<ActOutcome> {
  return doings[kind] as (city: City, act: Act) => Promise<ActOutcome>;
}
