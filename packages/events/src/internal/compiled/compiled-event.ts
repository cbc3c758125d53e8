import { type ContractToSend, createEvent } from "../create-event.ts";
import type { CreateOptions, EventClient, EventToSend, Fields } from "../event.ts";
import { InvalidEventError, LONGEST_PATH } from "../invalid-event-error.ts";
import { type Check, newReport, UNSTORABLE } from "./report.ts";

/** What a definition is known by: its name, and what it makes of data. */
export interface Definition {
  readonly event: string;
  create(data: never, options?: CreateOptions): EventToSend;
}

/**
 * An event to send from where every byte counts, such as a browser: its contract without zod, compiled from the
 * definition of the same name. It refuses the same data in the same words, and leaves unknown keys out unread.
 */
export interface CompiledEvent<Event extends Definition> {
  readonly event: Event["event"];
  readonly version: string;
  /** Builds an event for `send`, as the definition's `create` does. @throws InvalidEventError */
  readonly create: Event["create"];
  /** Builds and sends it. @throws InvalidEventError before anything is sent */
  emit(
    client: EventClient,
    data: Parameters<Event["create"]>[0],
    options?: CreateOptions,
  ): Promise<{ ids: string[] }>;
}

/** What generated modules call. */
export function compiledEvent<Event extends Definition>(
  about: Omit<ContractToSend, "accept">,
  check: Check,
): CompiledEvent<Event> {
  const { event, version } = about;
  const accept = (given: unknown) => {
    const report = newReport();
    const data = check(given, report);
    const { issues } = report;
    if (issues[0]) {
      for (const issue of issues) issue.path = issue.path.slice(1, LONGEST_PATH + 1);
      const wrong = issues.filter(({ reason }) => reason !== UNSTORABLE);
      throw new InvalidEventError(event, version, wrong[0] ? wrong : [issues[0]]);
    }
    return asFields(data);
  };
  const contract = { ...about, accept };
  const create = (data: Fields, options?: CreateOptions) => createEvent(contract, data, options);
  return compiledBy<Event>({
    event,
    version,
    create,
    emit: async (client: EventClient, data: Fields, options?: CreateOptions) =>
      client.send(create(data, options)),
  });
}

/** Guarantee: a contract is of an object, and its fields mean nothing where there are issues. */
function asFields(data: unknown): Fields {
  return data as Fields;
}

/** Guarantee: compiled from the contract of this event. */
function compiledBy<Event extends Definition>(event: object): CompiledEvent<Event> {
  return event as CompiledEvent<Event>;
}
