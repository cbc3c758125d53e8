import type { CreateOptions, EventToSend, Fields } from "./event.ts";
import { eventOf, givenData, type Naming } from "./event-of.ts";
import { InvalidEventError } from "./invalid-event-error.ts";

/** What Inngest takes as an event's time, 1980-01-01 to 2100-01-01; one outside is refused however often it is sent. */
export const EARLIEST = 315_532_800_000;
export const LATEST = 4_102_444_800_000;

/** Characters of an id that is given; one made of a contract's fields is as long as they are. */
const LONGEST_ID = 1_000;

export interface ContractToSend extends Naming {
  /** @throws InvalidEventError when the data does not follow the contract */
  accept(data: unknown): Fields;
  /** Says why an event could not travel; left out where the contract allows of no data that is too large. */
  tooLarge?(event: EventToSend): string | undefined;
}

/** @throws InvalidEventError when the data does not follow the contract, or the event could not be sent as it is */
export function createEvent(
  contract: ContractToSend,
  data: Fields,
  options: CreateOptions = {},
): EventToSend<string, Fields> {
  const event = eventOf(contract, contract.accept(givenData(data, options.cause)), options);
  const { id, ts } = options;
  const reason =
    ts !== undefined && !(Number.isInteger(ts) && ts >= EARLIEST && ts <= LATEST)
      ? `ts is ${ts}, not whole milliseconds between 1980 and 2100`
      : String(id).length > LONGEST_ID
        ? `its id is longer than ${LONGEST_ID} characters`
        : contract.tooLarge?.(event);
  if (reason) throw new InvalidEventError(event.name, event.v, [{ path: "", reason }]);
  return event;
}
