import { AsyncLocalStorage } from "node:async_hooks";
import type { SentEvent, SentEvents } from "@org/stores/outbox/port";
import { Middleware } from "inngest";

type Keeper = Pick<SentEvents, "keep">;

interface SendingStep {
  /** Begins the ids of its events. */
  key: string;
  /** Events that this attempt of the step has sent. */
  sent: number;
}

const steps = new AsyncLocalStorage<SendingStep>();

/**
 * Keeps what the steps of functions send, so that it can be found when the engine accepts and then loses it. An event
 * without an id gets one of its run, its step and its place there, the same at each attempt. What is sent outside of
 * a step passes: the relay's events are kept already.
 */
export class KeptEvents extends Middleware.BaseMiddleware {
  readonly id = "kept-events";

  protected readonly keeper: Keeper | undefined = undefined;
  /** What this call sends, as its step says it: without the time that the SDK stamps on it, which a repeat has its own of. */
  private sending: readonly SentEvent[] = [];

  override wrapStepHandler({ ctx, next, stepInfo }: Middleware.WrapStepHandlerArgs): Promise<unknown> {
    return steps.run({ key: `${ctx.runId}:${stepInfo.hashedId}`, sent: 0 }, next);
  }

  override transformSendEvent(sending: Middleware.TransformSendEventArgs) {
    const step = steps.getStore();
    if (!step) return sending;
    const events = sending.events.map((event) => {
      const id = event.id || `${step.key}:${step.sent}`;
      step.sent += 1;
      return { ...event, id };
    });
    this.sending = events.map(({ id, name, data, ts, v }) => ({ id, name, data, ts, v }));
    return { ...sending, events };
  }

  // Kept before it is sent: traces are written only of events that are kept.
  override async wrapSendEvent({ next }: Middleware.WrapSendEventArgs) {
    await this.keeper?.keep(this.sending);
    return next();
  }
}

/** The middleware with somebody who keeps what is sent. */
export function keptEvents(keeper: Keeper | undefined): typeof KeptEvents {
  return class extends KeptEvents {
    protected override readonly keeper = keeper;
  };
}
