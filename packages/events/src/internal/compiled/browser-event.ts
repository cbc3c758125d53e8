import type { CreateOptions, EventClient, EventToSend, Fields } from "../event.ts";
import { eventOf, givenData, type Naming } from "../event-of.ts";
import type { CompiledEvent, Definition } from "./compiled-event.ts";
import type { Quick } from "./quick-checks.ts";

/**
 * An event to emit from a browser in the fewest bytes. What follows its contract for certain is sent at once; anything else is
 * the whole contract's to judge, the module of the same name in `@org/events/compiled`, which is fetched for it.
 */
export interface BrowserEvent<Event extends Definition> {
  readonly event: Event["event"];
  readonly version: string;
  /**
   * Builds and sends it. @throws InvalidEventError, or what the loader says where the contract cannot be fetched, before
   * anything is sent
   */
  emit: CompiledEvent<Event>["emit"];
}

interface About extends Naming {
  /** Left out where no event of this contract is too large to travel. */
  fits?(event: EventToSend): boolean;
}

interface Contract {
  create(data: never, options?: CreateOptions): EventToSend;
}

/** What generated modules call. */
export function browserEvent<Event extends Definition>(
  about: About,
  check: Quick,
  contract: () => Promise<Contract>,
): BrowserEvent<Event> {
  const { event, version, fits } = about;
  return browserEventOf<Event>({
    event,
    version,
    async emit(client: EventClient, data: Fields, options: CreateOptions = {}) {
      // Times and ids of the sender's own are rare, and not worth their words here.
      const isPlain = options.ts === undefined && !options.id;
      const accepted = isPlain ? asFields(check(givenData(data, options.cause))) : undefined;
      const made = accepted && eventOf(about, accepted, options);
      const isCertain = made && (fits?.(made) ?? true);
      return client.send(isCertain ? made : (await contract()).create(asked(data), options));
    },
  });
}

/** Guarantee: a contract is of an object. */
function asFields(data: unknown): Fields | undefined {
  return data as Fields | undefined;
}

/** Guarantee: none; the contract says what is wrong. */
function asked(data: Fields): never {
  return data as never;
}

/** Guarantee: compiled from the contract of this event. */
function browserEventOf<Event extends Definition>(event: object): BrowserEvent<Event> {
  return event as BrowserEvent<Event>;
}
