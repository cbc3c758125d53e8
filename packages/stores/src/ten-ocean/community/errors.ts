import { IntegrationError } from "@org/integrations/error";
import { type IsInstance, recognised } from "@org/integrations/recognised";
import { origin } from "../origin.ts";

export class UnknownEventError extends IntegrationError {
  static override readonly isInstance: IsInstance<UnknownEventError> = recognised(
    this,
    "@org/stores/ten-ocean/UnknownEventError",
  );

  constructor(eventId: string) {
    super(
      `There is no community event ${eventId}. Check the eventId; the event may have been removed.`,
      origin,
    );
  }
}

/** The community event was called off. */
export class EventClosedError extends IntegrationError {
  static override readonly isInstance: IsInstance<EventClosedError> = recognised(
    this,
    "@org/stores/ten-ocean/EventClosedError",
  );

  constructor(eventId: string) {
    super(`Community event ${eventId} was called off and takes no answers.`, origin);
  }
}
