import { IntegrationError } from "@org/integrations/error";
import { type IsInstance, recognised } from "@org/integrations/recognised";
import { origin } from "../origin.ts";

export class UnknownRequestError extends IntegrationError {
  static override readonly isInstance: IsInstance<UnknownRequestError> = recognised(
    this,
    "@org/stores/ten-ocean/UnknownRequestError",
  );

  constructor(requestId: string) {
    super(`There is no maintenance request ${requestId}. Check the requestId.`, origin);
  }
}

export class RequestResolvedError extends IntegrationError {
  static override readonly isInstance: IsInstance<RequestResolvedError> = recognised(
    this,
    "@org/stores/ten-ocean/RequestResolvedError",
  );

  constructor(requestId: string) {
    super(`Maintenance request ${requestId} is resolved. Open it again first.`, origin);
  }
}

export class RequestNotResolvedError extends IntegrationError {
  static override readonly isInstance: IsInstance<RequestNotResolvedError> = recognised(
    this,
    "@org/stores/ten-ocean/RequestNotResolvedError",
  );

  constructor(requestId: string) {
    super(`Maintenance request ${requestId} is not resolved yet. Resolve it first.`, origin);
  }
}

export class RequestClosedError extends IntegrationError {
  static override readonly isInstance: IsInstance<RequestClosedError> = recognised(
    this,
    "@org/stores/ten-ocean/RequestClosedError",
  );

  constructor(requestId: string) {
    super(`Maintenance request ${requestId} is closed. Report a new one.`, origin);
  }
}
