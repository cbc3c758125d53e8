import { IntegrationError } from "@org/integrations/error";
import { type IsInstance, recognised } from "@org/integrations/recognised";
import { origin } from "../origin.ts";

export class UnknownTopicError extends IntegrationError {
  static override readonly isInstance: IsInstance<UnknownTopicError> = recognised(
    this,
    "@org/stores/ten-ocean/UnknownTopicError",
  );

  constructor(topicId: string) {
    super(`There is no topic ${topicId}. Check the topicId.`, origin);
  }
}

export class UnknownPostError extends IntegrationError {
  static override readonly isInstance: IsInstance<UnknownPostError> = recognised(
    this,
    "@org/stores/ten-ocean/UnknownPostError",
  );

  constructor(postId: string, topicId?: string) {
    const where = topicId === undefined ? "" : ` in topic ${topicId}`;
    super(`There is no post ${postId}${where}. Check the postId.`, origin);
  }
}

/** Whoever wants to write is not, or no longer, a resident of the house. */
export class NotInForumError extends IntegrationError {
  static override readonly isInstance: IsInstance<NotInForumError> = recognised(
    this,
    "@org/stores/ten-ocean/NotInForumError",
  );

  constructor(userId: string) {
    super(`${userId} is not a resident of the house, and only residents write in the forum.`, origin);
  }
}

export class NotTheAuthorError extends IntegrationError {
  static override readonly isInstance: IsInstance<NotTheAuthorError> = recognised(
    this,
    "@org/stores/ten-ocean/NotTheAuthorError",
  );

  constructor(postId: string) {
    super(`Post ${postId} is somebody else's. Only its author changes it.`, origin);
  }
}

export class DeletedPostError extends IntegrationError {
  static override readonly isInstance: IsInstance<DeletedPostError> = recognised(
    this,
    "@org/stores/ten-ocean/DeletedPostError",
  );

  constructor(postId: string) {
    super(`Post ${postId} was deleted. Write a new one.`, origin);
  }
}
