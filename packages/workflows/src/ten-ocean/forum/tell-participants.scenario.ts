import { forumConversation } from "../../testing/forum-conversation.ts";
import type { Scenario } from "../../testing/scenario.ts";

export const scenario: Scenario = async (bench) => {
  const { open, write, later } = forumConversation(bench);
  await open();
  await write("post_1", "user_suresh");
  await later(5);
  // What is written within the window is told at its end, though its own event is still on its way.
  const post = { postId: "post_2", topicId: "topic_1", userId: "user_suresh", body: "Two.", mentions: [] };
  await bench.tenOcean.forum.post(post, { emit: [] });
};
