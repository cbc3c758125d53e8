import { readReplay } from "@org/events/inngest";
import type { EventTraces } from "@org/stores/outbox/port";
import { type InngestFunction, Middleware } from "inngest";

type Traces = Pick<EventTraces, "saw">;
type Events = readonly { readonly id?: string; readonly name: string }[];

/**
 * Says of each event which functions it started and which of them ended, so that events can be found that the engine
 * accepted and then lost. It sees the events of a replay as those that they stand for.
 */
export class TracedEvents extends Middleware.BaseMiddleware {
  readonly id = "traced-events";

  protected readonly traces: Traces | undefined = undefined;
  /** As they came: those that cannot be read have been seen as well. */
  private events: Events = [];

  // With every call, and not only the first: the worker that had that one may have died with what it saw.
  override transformFunctionInput(input: Middleware.TransformFunctionInputArgs) {
    this.events = input.ctx.events.flatMap((event): Events => readReplay(event)?.events ?? [event]);
    this.saw(input.fn, false);
    return input;
  }

  override onRunComplete({ fn }: Middleware.OnRunCompleteArgs): void {
    this.saw(fn, true);
  }

  /** A run that failed for good is a dead letter, and lost no more. */
  override onRunError({ fn, isFinalAttempt }: Middleware.OnRunErrorArgs): void {
    if (isFinalAttempt) this.saw(fn, true);
  }

  private saw(fn: { id: InngestFunction.Any["id"] }, ended: boolean): void {
    if (!this.traces) return;
    const functionId = fn.id(this.client.id);
    for (const { id, name } of this.events) {
      if (id && !name.startsWith("inngest/")) this.traces.saw({ eventId: id, functionId, ended });
    }
  }
}

/** The middleware with somebody who remembers what it says. */
export function tracedEvents(traces: Traces | undefined): typeof TracedEvents {
  return class extends TracedEvents {
    protected override readonly traces = traces;
  };
}
