import { IntegrationError } from "../../error.ts";

const origin = { port: "stores/ten-ocean", vendor: "store", kind: "final" } as const;

/** Another resident is registered with the email. */
export class EmailTakenError extends IntegrationError {
  constructor() {
    super("This email address is registered already. Sign in, or use another address.", origin);
  }
}

export class UnknownUnitError extends IntegrationError {
  constructor(unitId: string) {
    super(`There is no unit ${unitId} in the house. Choose one from the list.`, origin);
  }
}

export class UnknownResidentError extends IntegrationError {
  constructor(userId: string) {
    super(
      `There is no resident ${userId}. Check the event's userId; the resident may have been removed.`,
      origin,
    );
  }
}
