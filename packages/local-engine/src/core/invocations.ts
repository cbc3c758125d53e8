import type { Core } from "./core.ts";
import { storeEvent } from "./event-log.ts";
import { withoutInternal } from "./intake.ts";
import { invokedEventName } from "./invokers.ts";
import { considerStart } from "./starting.ts";

/** What a function is invoked with from outside a run. */
export interface Invocation {
  data?: unknown;
  user?: unknown;
  meta?: unknown;
  v?: string | null | undefined;
}

/**
 * Invokes a function for somebody who does not wait for it.
 * @returns the id of the event that stands for it; undefined when no function has this id.
 */
export function invokeAsEvent(
  core: Core,
  functionId: string,
  { data, user, meta, v }: Invocation,
): string | undefined {
  const config = core.state.functions.get(functionId);
  if (!config) return undefined;
  const event = storeEvent(core, {
    name: invokedEventName,
    data: withoutInternal(data),
    user,
    meta,
    v: v || undefined,
  });
  considerStart(core, config, event);
  return event.id;
}
