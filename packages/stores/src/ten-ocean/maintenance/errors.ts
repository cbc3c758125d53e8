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
    super(`Maintenance request ${requestId} is resolved. Give it a status to open it again.`, origin);
  }
}
