import { forumTopicCreated } from "@org/events/ten-ocean/forum-topic-created";
import { expect, it } from "vitest";
import { forumConversation } from "../../testing/forum-conversation.ts";
import { startTestBench } from "../../testing/test-bench.ts";

it("tells everyone who lives here once, except its author and those named in it", async () => {
  const bench = await startTestBench();
  const { open, leave, later, told, emailed } = forumConversation(bench);
  await leave("user_tomasz");
  await open({ body: "Ask @[user_suresh] about a rack.", mentions: ["user_suresh"] });
  await bench.settle();

  expect(bench.engine.run("tell-about-topic")).toHaveCompleted();
  expect(told("forum-topic").map(({ userId }) => userId)).toEqual(["user_amina", "user_chloe"]);
  expect(told("forum-topic")[0]?.data).toEqual({
    topicId: "topic_1",
    topic: "Bike room",
    author: "Maya Fernandes",
    excerpt: "Ask @Suresh Iyer about a rack.",
  });
  await later(1);
  const emails = emailed("New in the forum: “Bike room”");
  expect(emails.map(({ to }) => to).toSorted()).toEqual([
    "amina@residents.example",
    "chloe@residents.example",
  ]);
  expect(emails[0]?.text).toContain("“Ask @Suresh Iyer about a rack.”");
  expect(emails[0]?.html).toContain("https://10ocean.test/ten-ocean/forum/topic_1");
  expect(told("forum-mention").map(({ userId }) => userId)).toEqual(["user_suresh"]);
  expect(told("forum-replies")).toEqual([]);
});

it("tells nobody of a topic whose first post is gone, or came before first posts were named", async () => {
  const bench = await startTestBench();
  const { told } = forumConversation(bench);
  const topic = { topicId: "topic_2", title: "Rude", userId: "user_maya" };
  const opening = { postId: "post_9", body: "Rude.", mentions: [] };
  const event = forumTopicCreated.create({ topicId: "topic_2", userId: "user_maya", postId: "post_9" });
  await bench.tenOcean.forum.openTopic({ ...topic, opening }, { emit: [] });
  await bench.tenOcean.forum.deletePost({ postId: "post_9", by: "user_maya" });
  await bench.engine.send(event);
  await bench.engine.send(forumTopicCreated.create({ topicId: "topic_3", userId: "user_maya" }));
  await bench.settle();
  expect(bench.engine.runs({ functionId: "tell-about-topic" }).map(({ output }) => output)).toEqual([
    { told: 0 },
    { told: 0 },
  ]);
  expect(told("forum-topic")).toEqual([]);
});
