import { IntegrationError } from "@org/integrations/error";
import { type IsInstance, recognised } from "@org/integrations/recognised";
import { OrderRefusedError } from "../orders/errors.ts";
import { origin } from "../origin.ts";

/** Closed for good: whoever comes back gets a new id. */
export class AccountClosedError extends OrderRefusedError {
  static override readonly isInstance: IsInstance<AccountClosedError> = recognised(
    this,
    "@org/stores/mohallamart/AccountClosedError",
  );

  constructor() {
    super("This account was closed. Sign out, then order again.");
  }
}

export class UnknownUserError extends IntegrationError {
  static override readonly isInstance: IsInstance<UnknownUserError> = recognised(
    this,
    "@org/stores/mohallamart/UnknownUserError",
  );

  constructor(userId: string) {
    super(`There is no user ${userId}. Check the event's userId; the account may have been deleted.`, origin);
  }
}

/** Another account has the email. */
export class EmailTakenError extends IntegrationError {
  static override readonly isInstance: IsInstance<EmailTakenError> = recognised(
    this,
    "@org/stores/mohallamart/EmailTakenError",
  );

  constructor() {
    super("Another account uses this email address. Choose another one.", origin);
  }
}
