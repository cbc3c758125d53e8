import type { EventToSend } from "@org/events";
import { storable } from "@org/events/text";
import type { FunctionReference, FunctionReturnType } from "convex/server";
import { ulid } from "ulid";
import { eventsFor, orderingKey, subjectsOf } from "../outbox/append.ts";
import type { Emit, SentEvent } from "../outbox/port.ts";
import { traceMark } from "../outbox/trace-context.ts";
import { DatabaseUnavailableError } from "../unavailable.ts";
import type { ConvexCalls, Given } from "./deployment.ts";
import { EventsNeeded } from "./failures.ts";

/** An event as the deployment keeps it. */
export interface OutboxRow {
  id: string;
  name: string;
  orderingKey?: string;
  userId?: string;
  sessionId?: string;
  /** Whom and what it tells of. */
  subjects?: string[];
  payload: string;
}

/** What a mutation gets to write with its change. */
interface GivenEvents {
  events?: OutboxRow[];
  outcome?: string;
  at?: number;
}

export type Change = <Called extends FunctionReference<"mutation">, Outcome = void>(
  called: Called,
  values: Omit<Given<Called>, "emit">,
  events?: Emit<Outcome>,
) => Promise<FunctionReturnType<Called>>;

/** How often the outcome may become another one between being worked out and being written. */
const mostTries = 5;

/**
 * Calls mutations that write events with their change. Where the events depend on what becomes of it, the mutation is
 * called twice: it says what would become of it and changes nothing, then it changes it if that is what becomes of it.
 */
export function changesBy({ mutation }: ConvexCalls): Change {
  return async (called, values, events = { emit: [] }) => {
    let emit: GivenEvents = typeof events.emit === "function" ? {} : { events: outboxRows(events.emit) };
    for (let tries = 1; ; tries += 1) {
      try {
        return await mutation(called, withEmit<Given<typeof called>>({ ...values, emit }));
      } catch (error) {
        if (!EventsNeeded.isInstance(error)) throw error;
        if (tries === mostTries) throw unsettled();
        const { outcome, at } = error;
        emit = { events: outboxRows(eventsFor(events, outcomeFrom(outcome))), outcome, at };
      }
    }
  };
}

/** Holds because every function that is called so takes `emit` beside its values. */
function withEmit<All>(values: object): All {
  return values as All;
}

/** Holds because the function works its outcome out as the port says, and JSON keeps it. */
function outcomeFrom<Outcome>(text: string): Outcome {
  const outcome: Outcome = JSON.parse(text);
  return outcome;
}

function unsettled(): DatabaseUnavailableError {
  const message = "A change met others each time before it was written. Nothing was written. Try again.";
  return new DatabaseUnavailableError(message, { port: "stores", vendor: "convex", code: "changing" });
}

export function outboxRows(events: readonly EventToSend[]): OutboxRow[] {
  return events.map((event) => {
    // An empty id is none to Inngest, and would make one row of all the events that have it.
    const id = event.id || ulid();
    return {
      ...outboxRow({ id, name: event.name, data: event.data }, { ...event, id, ...traceMark() }),
      orderingKey: orderingKey(event),
    };
  });
}

/** An event that stands in no order. */
export function outboxRow({ id, name, data }: Omit<SentEvent, "v">, payload: object): OutboxRow {
  return {
    ...{ id, name, userId: textIn(data, "userId"), sessionId: textIn(data, "sessionId") },
    subjects: subjectsOf(data),
    payload: JSON.stringify(payload),
  };
}

function textIn(data: unknown, name: string): string | undefined {
  const value = Object(data)[name];
  return typeof value === "string" ? storable(value) : undefined;
}
