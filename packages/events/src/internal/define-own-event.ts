import { defineEvent } from "./define-event.ts";
import { refuseName } from "./event-name.ts";

/**
 * Declares an event. The result imports nothing from Inngest, so that browsers and other teams can use it.
 * @throws Error when the name is none that an event can have: the engine would refuse it only when it is sent
 */
export const defineOwnEvent: typeof defineEvent = (options) => {
  refuseName(options.name);
  return defineEvent(options);
};
