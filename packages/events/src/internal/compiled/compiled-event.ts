import { type ContractToSend, createEvent, SMALL } from "../create-event.ts";
import type { CreateOptions, EventClient, EventToSend, Fields } from "../event.ts";
import { type EventIssue, InvalidEventError, writtenPath } from "../invalid-event-error.ts";
import { type Check, type Issue, newReport } from "./report.ts";

/** What a definition is known by: its name, and what it makes of data. */
interface Definition {
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
  const accept: ContractToSend["accept"] = (given) => {
    const report = newReport();
    const data = asFields(check(given, report));
    const [first] = report.issues;
    if (first) {
      const wrong = report.issues.filter(({ unstorable }) => !unstorable);
      throw new InvalidEventError(event, version, (wrong.length > 0 ? wrong : [first]).map(written));
    }
    return [data, report.bytes < SMALL];
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

function written({ path, message }: Issue): EventIssue {
  return { path: writtenPath(path), reason: message };
}

/** Guarantee: a contract is of an object, and its fields mean nothing where there are issues. */
function asFields(data: unknown): Fields {
  return data as Fields;
}

/** Guarantee: compiled from the contract of this event. */
function compiledBy<Event extends Definition>(event: object): CompiledEvent<Event> {
  return event as CompiledEvent<Event>;
}
