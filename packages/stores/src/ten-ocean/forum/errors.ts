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

  constructor(postId: string, topicId: string) {
    super(`There is no post ${postId} in topic ${topicId}. Check the postId.`, origin);
  }
}
