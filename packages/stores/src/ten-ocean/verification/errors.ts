import { IntegrationError } from "@org/integrations/error";
import { type IsInstance, recognised } from "@org/integrations/recognised";
import { origin } from "../origin.ts";

/** Another resident is registered with the email. */
export class EmailTakenError extends IntegrationError {
  static override readonly isInstance: IsInstance<EmailTakenError> = recognised(
    this,
    "@org/stores/ten-ocean/EmailTakenError",
  );

  constructor() {
    super("This email address is registered already. Sign in, or use another address.", origin);
  }
}

export class UnknownUnitError extends IntegrationError {
  static override readonly isInstance: IsInstance<UnknownUnitError> = recognised(
    this,
    "@org/stores/ten-ocean/UnknownUnitError",
  );

  constructor(unitId: string) {
    super(`There is no unit ${unitId} in the house. Choose one from the list.`, origin);
  }
}

export class UnknownResidentError extends IntegrationError {
  static override readonly isInstance: IsInstance<UnknownResidentError> = recognised(
    this,
    "@org/stores/ten-ocean/UnknownResidentError",
  );

  constructor(userId: string) {
    super(
      `There is no resident ${userId}. Check the event's userId; the resident may have been removed.`,
      origin,
    );
  }
}

/** The id's account was removed; nobody registers under it again. */
export class ResidentRemovedError extends IntegrationError {
  static override readonly isInstance: IsInstance<ResidentRemovedError> = recognised(
    this,
    "@org/stores/ten-ocean/ResidentRemovedError",
  );

  constructor() {
    super("The account of this form was deleted. Open the portal again to register anew.", origin);
  }
}

/** Asked for by or for somebody who does not live in the house, or not yet, or no more. */
export class NotResidentError extends IntegrationError {
  static override readonly isInstance: IsInstance<NotResidentError> = recognised(
    this,
    "@org/stores/ten-ocean/NotResidentError",
  );

  constructor(userId: string) {
    super(`Member ${userId} is no resident at the moment. Only residents may do this.`, origin);
  }
}
