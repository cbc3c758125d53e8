import { Middleware, NonRetriableError } from "inngest";
import type { EventDefinition } from "./internal/define-event.ts";
import { InvalidEventError } from "./internal/invalid-event-error.ts";
import { isEventDefinition } from "./internal/is-event-definition.ts";
import { readBy } from "./internal/readers/reads.ts";
import { INVOKED, type ReplayedEvent, readReplay } from "./internal/replay.ts";

export { type Replay, type ReplayedEvent, readReplay, replayData } from "./internal/replay.ts";

type FunctionInput = Middleware.TransformFunctionInputArgs;
type Context = FunctionInput["ctx"];
type ReceivedEvent = Context["event"];

/**
 * Inngest middleware that hands every event to its handler as the definition's latest version: triggering
 * events, batches, payloads of `step.invoke`, and results of `step.waitForEvent(id, { ...definition })`.
 * A run invoked with `replayData(…)` gets the original events, as if they had just triggered it.
 * An event that no version accepts ends the run for good, without retries. Those beside it in a batch are handled first,
 * without it; the run fails once they are. Definitions are found in the function's triggers and the wait's options; plain
 * string triggers pass through untouched.
 */
export class ParseEventsMiddleware extends Middleware.BaseMiddleware {
  readonly id = "@org/events";
  /** Kept until the handler would start or has ended, so that other middleware's error hooks see it. */
  #failure: NonRetriableError | undefined;
  #handlesOthers = false;

  override transformFunctionInput(input: FunctionInput): FunctionInput {
    const reader = input.fn.id();
    const ctx: Context = { ...input.ctx, step: withParsedWaits(input.ctx.step, reader) };
    const triggered: Triggered = { reader, triggers: input.fn.opts.triggers ?? [] };
    const { received, failures } = parseAll(triggered, ctx.events.flatMap(originals));
    this.#failure = failureOf(failures, received.length);
    const [first] = received;
    if (first) {
      ctx.event = first;
      ctx.events = [first, ...received.slice(1)];
      this.#handlesOthers = true;
    }
    return { ...input, ctx };
  }

  override async wrapFunctionHandler({ next }: Middleware.WrapFunctionHandlerArgs): Promise<unknown> {
    if (!this.#failure) return next();
    if (this.#handlesOthers) await next();
    throw this.#failure;
  }
}

/** Each event by itself: what is wrong with one is nothing about the others. */
function parseAll(triggered: Triggered, events: readonly ReceivedEvent[]) {
  const received: ReceivedEvent[] = [];
  const failures: NonRetriableError[] = [];
  for (const event of events) {
    try {
      received.push(parseTriggering(triggered, event));
    } catch (error) {
      failures.push(withoutRetries(error));
    }
  }
  return { received, failures };
}

/** What a run fails with whose events cannot all be read; `handled` of them could. */
function failureOf([first, ...others]: NonRetriableError[], handled: number): NonRetriableError | undefined {
  if (!first || handled === 0) return first;
  const left = 1 + others.length;
  return new NonRetriableError(
    `${left} of the ${left + handled} events of this batch cannot be read, and were left out. The first: ${first.message}`,
    { cause: first.cause },
  );
}

/** The events that a replay stands for; any other event stands for itself. */
function originals(event: ReceivedEvent): ReceivedEvent[] {
  return readReplay(event)?.events.map(asReceived) ?? [event];
}

/** Guarantee: a replay's events were delivered to a run before, so they have what the engine gives every event. */
function asReceived(event: ReplayedEvent): ReceivedEvent {
  return event as ReceivedEvent;
}

/** A function as its events see it. */
interface Triggered {
  /** The function's id. */
  reader: string;
  triggers: readonly unknown[];
}

function parseTriggering({ reader, triggers }: Triggered, event: ReceivedEvent): ReceivedEvent {
  const definitions = triggers.filter(isEventDefinition);
  if (event.name === INVOKED)
    return definesItsPayload(triggers) ? event : parseInvoked(definitions, event, reader);
  const definition = definitions.find((candidate) => candidate.event === event.name);
  return definition ? parsed(definition, event, reader) : event;
}

/** A function with an `invoke(schema)` trigger has its payload checked by Inngest itself. */
function definesItsPayload(triggers: readonly unknown[]): boolean {
  return triggers.some(
    (trigger) =>
      typeof trigger === "object" && trigger !== null && "event" in trigger && trigger.event === INVOKED,
  );
}

/** A payload of `step.invoke` does not say which of the triggers it stands for: the first that fits. */
function parseInvoked(
  definitions: readonly EventDefinition[],
  event: ReceivedEvent,
  reader: string,
): ReceivedEvent {
  let failure: unknown;
  for (const definition of definitions) {
    try {
      return parsed(definition, event, reader);
    } catch (error) {
      failure ??= error;
    }
  }
  if (failure) throw failure;
  return event;
}

function parsed<Event extends ReceivedEvent>(
  definition: EventDefinition,
  event: Event,
  reader: string,
): Event {
  return { ...event, data: readBy(reader, definition, definition.receive(event)), v: definition.version };
}

/** The SDK knows no schema for a plain definition, so the result of a wait is parsed on its way to the handler. */
function withParsedWaits(step: Context["step"], reader: string): Context["step"] {
  const waitForEvent = async (...args: Parameters<typeof step.waitForEvent>) => {
    const event: ReceivedEvent | null = await step.waitForEvent(...args);
    const [, options] = args;
    if (event === null || !isEventDefinition(options)) return event;
    try {
      return parsed(options, event, reader);
    } catch (error) {
      throw withoutRetries(error);
    }
  };
  return { ...step, waitForEvent: sameSignature<typeof step.waitForEvent>(waitForEvent) };
}

/** Guarantee: the replacement resolves to what the tool promises, with the data in its latest version. */
function sameSignature<Tool>(replacement: unknown): Tool {
  return replacement as Tool;
}

/** The same event stays wrong however often it is tried. */
function withoutRetries(error: unknown): NonRetriableError {
  if (!InvalidEventError.isInstance(error)) throw error;
  return new NonRetriableError(error.message, { cause: error });
}
