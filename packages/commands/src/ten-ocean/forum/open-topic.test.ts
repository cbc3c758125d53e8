import { beforeAll, expect, it } from "vitest";
import { forumBench, writer } from "../../testing/forum-bench.ts";
import { newPostId, newTopicId } from "./forum-request.ts";
import { openTopic } from "./open-topic.ts";

let bench: Awaited<ReturnType<typeof forumBench>>;

beforeAll(async () => {
  bench = await forumBench();
});

const entries = { title: "Roof party", body: "Who comes?" };
const open = (changes: Partial<typeof entries & { topicId: string; postId: string }>, userId = "user_maya") =>
  openTopic(bench.tenOcean)({
    topicId: newTopicId(),
    postId: newPostId(),
    ...entries,
    ...changes,
    writer: writer(userId),
  });

it("a topic and its first post are written once, and told as one; who is named hears of that", async () => {
  const ids = { topicId: "topic_2", postId: "post_2" };
  const body = "Who comes, @Chloé O’Brien-Núñez? And @Piotr Łukasz?";
  const outcome = await open({ ...ids, body });
  const notTold = ["Piotr Łukasz does not live here any more and was not told."];
  expect(outcome).toEqual({ ok: true, topicId: "topic_2", notTold });
  expect(await open({ ...ids, title: "Other", body })).toEqual(outcome);
  expect(await bench.emitted()).toEqual(["forum/topic.created:topic_2", "forum/mention:post_2:user_chloe"]);
  expect(await bench.tenOcean.forum.topic("topic_2")).toMatchObject({
    title: "Roof party",
    userId: "user_maya",
  });
  expect(await bench.bodyOf("post_2")).toBe("Who comes, @[user_chloe]? And @Piotr Łukasz?");
});

it.each([
  [{ title: " " }, { title: "Enter what the topic is about." }],
  [{ title: "x".repeat(121) }, { title: "Shorten the title to 120 characters." }],
  [{ body: "\u200b \u0000" }, { body: "Write something first." }],
  [{ body: "x".repeat(10_001) }, { body: "Shorten the post to 10,000 characters." }],
  [{ body: "x".repeat(2 ** 20) }, { body: "Shorten the post to 10,000 characters." }],
])("%.60j is refused, and nothing is written", async (changes, fields) => {
  const topicId = newTopicId();
  expect(await open({ ...changes, topicId })).toMatchObject({ ok: false, code: "invalid", fields });
  expect(await bench.tenOcean.forum.topic(topicId)).toBeUndefined();
});

it("leaves out what cannot be shown and keeps what can, script as the text that it is", async () => {
  const body = "<script>alert(1)</script>\r\nWhole: 🚲\u0007";
  const topic = { topicId: "topic_3", postId: "post_3" };
  expect(await open({ ...topic, title: " <b>Bikes</b>\n", body })).toMatchObject({ ok: true });
  expect(await bench.tenOcean.forum.topic("topic_3")).toMatchObject({ title: "<b>Bikes</b>" });
  expect(await bench.bodyOf("post_3")).toBe("<script>alert(1)</script>\nWhole: 🚲");
});

it("is for those who live here, with ids that a form had", async () => {
  expect(await open({}, "user_piotr")).toMatchObject({ ok: false, code: "not-here" });
  expect(await open({}, "user_nobody")).toMatchObject({ ok: false, code: "not-here" });
  expect(await open({ topicId: "topic-1" })).toMatchObject({ ok: false, code: "damaged" });
});
