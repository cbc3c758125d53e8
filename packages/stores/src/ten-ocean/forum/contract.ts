import { failureOf } from "@org/integrations/contracts";
import { expect, it } from "vitest";
import { emittedNames, marked, registerResidents, type TenOceanBench } from "../contract/bench.ts";
import type { NewPost } from "../port.ts";
import { UnknownResidentError } from "../verification/errors.ts";
import { UnknownPostError, UnknownTopicError } from "./errors.ts";

export function forumContract(bench: TenOceanBench): void {
  const { forum } = bench.stores;
  const topic = { topicId: "topic_1", title: "Bicycles", userId: "user_1" };
  const openTopic = (changes: Partial<typeof topic> = {}) =>
    forum.openTopic({ ...topic, ...changes }, marked("forum/topic.created"));
  const post = (postId: string, changes: Partial<NewPost> = {}) =>
    forum.post(
      { postId, topicId: "topic_1", userId: "user_2", body: "Where to?", mentions: [], ...changes },
      marked("forum/post.created"),
    );

  it("a topic is opened once; the latest activity comes first", async () => {
    await registerResidents(bench, 2);
    expect([await openTopic(), await openTopic({ title: "Other" })]).toEqual([true, false]);
    await openTopic({ topicId: "topic_2" });
    await post("post_1");
    expect((await forum.topics()).map(({ topicId }) => topicId)).toEqual(["topic_1", "topic_2"]);
    expect(await forum.topics({ limit: 1 })).toMatchObject([topic]);
    expect(await forum.topic("topic_1")).toMatchObject(topic);
    expect(await forum.topic("topic_9")).toBeUndefined();
    expect(await failureOf(openTopic({ topicId: "topic_3", userId: "user_9" }))).toBeInstanceOf(
      UnknownResidentError,
    );
  });

  it("a post is written once, and names only residents other than its author", async () => {
    await registerResidents(bench, 3);
    await openTopic();
    const written = await post("post_1", { mentions: ["user_3", "user_2", "user_9", "user_3"] });
    expect(written).toMatchObject({ postId: "post_1", mentions: ["user_3"], replyTo: undefined });
    expect(await post("post_1", { body: "Other" })).toEqual(written);
    expect(await forum.findPost("post_1")).toEqual(written);
    expect(await emittedNames(bench)).toEqual(["forum/topic.created", "forum/post.created"]);
  });

  it("an answer names a post of its own topic", async () => {
    await registerResidents(bench, 2);
    await openTopic();
    await openTopic({ topicId: "topic_2" });
    await post("post_1");
    expect(await post("post_2", { replyTo: "post_1" })).toMatchObject({ replyTo: "post_1" });
    expect(await failureOf(post("post_3", { replyTo: "post_9" }))).toBeInstanceOf(UnknownPostError);
    const elsewhere = post("post_3", { topicId: "topic_2", replyTo: "post_1" });
    expect(await failureOf(elsewhere)).toBeInstanceOf(UnknownPostError);
    expect(await failureOf(post("post_3", { topicId: "topic_9" }))).toBeInstanceOf(UnknownTopicError);
    expect(await failureOf(post("post_3", { userId: "user_9" }))).toBeInstanceOf(UnknownResidentError);
  });

  it("posts come in the order in which they were written, in pages; followers once each", async () => {
    await registerResidents(bench, 3);
    await openTopic();
    await Promise.all(["a", "b", "c"].map((id, n) => post(`post_${id}`, { userId: `user_${(n % 2) + 2}` })));
    const all = (await forum.posts({ topicId: "topic_1" })).map(({ postId }) => postId);
    expect(all.toSorted()).toEqual(["post_a", "post_b", "post_c"]);
    const pages = [
      await forum.posts({ topicId: "topic_1", limit: 2 }),
      await forum.posts({ topicId: "topic_1", after: all[1] }),
    ];
    expect(pages.flat().map(({ postId }) => postId)).toEqual(all);
    expect(await forum.followers("topic_1")).toEqual(["user_1", "user_2", "user_3"]);
    expect(await forum.followers("topic_9")).toEqual([]);
  });
}
