import { beforeAll, expect, it } from "vitest";
import { forumBench, writer } from "../../testing/forum-bench.ts";
import { followTopic } from "./follow-topic.ts";

let bench: Awaited<ReturnType<typeof forumBench>>;

beforeAll(async () => {
  bench = await forumBench();
});

const choose = (choice: string, { userId = "user_amina", topicId = "topic_1" } = {}) =>
  followTopic(bench.tenOcean)({ topicId, choice, writer: writer(userId) });

it("a topic is followed and muted", async () => {
  const followers = () => bench.tenOcean.forum.followers("topic_1");
  expect(await choose("following")).toEqual({ ok: true, topicId: "topic_1" });
  expect(await followers()).toEqual(["user_amina", "user_maya"]);
  expect(await choose("muted", { userId: "user_maya" })).toMatchObject({ ok: true });
  expect(await choose("muted")).toMatchObject({ ok: true });
  expect(await followers()).toEqual([]);
});

it.each([
  ["loud", {}, "damaged"],
  ["muted", { topicId: "topic_9" }, "unknown-topic"],
  ["following", { userId: "user_piotr" }, "not-here"],
])("%s with %j is refused", async (choice, changes, code) => {
  expect(await choose(choice, changes)).toMatchObject({ ok: false, code });
});
