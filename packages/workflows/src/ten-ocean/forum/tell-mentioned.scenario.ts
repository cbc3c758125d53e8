import { forumConversation } from "../../testing/forum-conversation.ts";
import type { Scenario } from "../../testing/scenario.ts";

export const scenario: Scenario = (bench) =>
  forumConversation(bench).open({ body: "Ask @[user_suresh].", mentions: ["user_suresh"] });
