import { IntegrationError } from "@org/integrations/error";

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

export class UnknownEventError extends IntegrationError {
  constructor(eventId: string) {
    super(
      `There is no community event ${eventId}. Check the eventId; the event may have been removed.`,
      origin,
    );
  }
}

/** The community event was called off. */
export class EventClosedError extends IntegrationError {
  constructor(eventId: string) {
    super(`Community event ${eventId} was called off and takes no answers.`, origin);
  }
}

export class UnknownRequestError extends IntegrationError {
  constructor(requestId: string) {
    super(`There is no maintenance request ${requestId}. Check the requestId.`, origin);
  }
}

export class RequestResolvedError extends IntegrationError {
  constructor(requestId: string) {
    super(`Maintenance request ${requestId} is resolved. Give it a status to open it again.`, origin);
  }
}

export class UnknownTopicError extends IntegrationError {
  constructor(topicId: string) {
    super(`There is no topic ${topicId}. Check the topicId.`, origin);
  }
}

export class UnknownPostError extends IntegrationError {
  constructor(postId: string, topicId: string) {
    super(`There is no post ${postId} in topic ${topicId}. Check the postId.`, origin);
  }
}
