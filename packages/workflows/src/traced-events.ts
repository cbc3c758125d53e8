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

  // With every call, and not only the first: the worker that had that one may have died with what it saw.
  override transformFunctionInput(input: Middleware.TransformFunctionInputArgs) {
    this.saw(input.ctx.events, input.fn, false);
    return input;
  }

  override onRunComplete({ ctx, fn }: Middleware.OnRunCompleteArgs): void {
    this.saw(ctx.events, fn, true);
  }

  /** A run that failed for good is a dead letter, and lost no more. */
  override onRunError({ ctx, fn, isFinalAttempt }: Middleware.OnRunErrorArgs): void {
    if (isFinalAttempt) this.saw(ctx.events, fn, true);
  }

  private saw(events: Events, fn: { id: InngestFunction.Any["id"] }, ended: boolean): void {
    if (!this.traces) return;
    const functionId = fn.id(this.client.id);
    for (const { id, name } of events) {
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
