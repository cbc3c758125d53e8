import { failureOf } from "@org/integrations/contracts";
import { IntegrationError } from "@org/integrations/error";
import { expect, it } from "vitest";
import {
  emittedNames,
  marked,
  moveInResidents,
  registerResidents,
  type TenOceanBench,
} from "../contract/bench.ts";
import type { NewPost } from "../port.ts";
import { UnknownResidentError } from "../verification/errors.ts";
import {
  DeletedPostError,
  NotInForumError,
  NotTheAuthorError,
  UnknownPostError,
  UnknownTopicError,
} from "./errors.ts";

export function forumContract(bench: TenOceanBench): void {
  const { forum, residents } = bench.stores;
  const topic = { topicId: "topic_1", title: "Bicycles", userId: "user_1" };
  const openTopic = (changes: Partial<typeof topic> = {}) =>
    forum.openTopic({ ...topic, ...changes }, marked("forum/topic.created"));
  const post = (postId: string, changes: Partial<NewPost> = {}) =>
    forum.post(
      { postId, topicId: "topic_1", userId: "user_2", body: "Where to?", mentions: [], ...changes },
      marked("forum/post.created"),
    );

  it("a topic is opened once; the latest activity comes first", async () => {
    await moveInResidents(bench, 2);
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
    await moveInResidents(bench, 3);
    await openTopic();
    const written = await post("post_1", { mentions: ["user_3", "user_2", "user_9", "user_3"] });
    expect(written).toMatchObject({ postId: "post_1", mentions: ["user_3"], replyTo: undefined });
    expect(await post("post_1", { body: "Other" })).toEqual(written);
    expect(await forum.findPost("post_1")).toEqual(written);
    expect(await emittedNames(bench)).toEqual(["forum/topic.created", "forum/post.created"]);
  });

  it("an answer names a post of its own topic", async () => {
    await moveInResidents(bench, 2);
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
    await moveInResidents(bench, 3);
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

  it("a topic and its first post are one: both are written and emitted, or neither", async () => {
    await moveInResidents(bench, 2);
    const opening = { postId: "post_1", body: "Hello @[user_2].", mentions: ["user_2", "user_1"] };
    const open = (changes: object) =>
      forum.openTopic(
        { ...topic, opening, ...changes },
        { emit: (opened) => [{ name: "opened", v: "1", data: { mentions: opened.opening?.mentions } }] },
      );
    expect(await open({})).toBe(true);
    expect(await open({})).toBe(false);
    expect(await forum.posts({ topicId: "topic_1" })).toMatchObject([{ ...opening, mentions: ["user_2"] }]);
    expect((await bench.emitted()).map(({ data }) => data)).toEqual([{ mentions: ["user_2"] }]);
    expect(await failureOf(open({ topicId: "topic_2" }))).toBeInstanceOf(IntegrationError);
    expect(await forum.topic("topic_2")).toBeUndefined();
    expect(await bench.emitted()).toHaveLength(1);
  });

  it("only who lives here writes, follows or is named", async () => {
    await moveInResidents(bench, 2);
    await openTopic();
    await registerResidents(bench, 4);
    await residents.changeStanding("user_4", "alumni", { emit: [] });
    expect(await post("post_1", { mentions: ["user_1", "user_3", "user_4"] })).toMatchObject({
      mentions: ["user_1"],
    });
    for (const userId of ["user_3", "user_4"]) {
      expect(await failureOf(post("post_2", { userId }))).toBeInstanceOf(NotInForumError);
      const opening = openTopic({ topicId: "topic_2", userId });
      expect(await failureOf(opening)).toBeInstanceOf(NotInForumError);
      const choice = forum.choose({ topicId: "topic_1", userId, choice: "following" });
      expect(await failureOf(choice)).toBeInstanceOf(NotInForumError);
    }
    await residents.changeStanding("user_2", "suspended", { emit: [] });
    const edit = forum.editPost(
      { postId: "post_1", userId: "user_2", body: "Other", mentions: [] },
      marked("e"),
    );
    expect(await failureOf(edit)).toBeInstanceOf(NotInForumError);
  });

  it("an edit tells whom it names for the first time, and one that changes nothing tells nobody", async () => {
    await moveInResidents(bench, 4);
    await openTopic();
    const written = await post("post_1", { mentions: ["user_1"] });
    const added: string[][] = [];
    const edit = (mentions: string[], changes = {}) =>
      forum.editPost(
        { postId: "post_1", userId: "user_2", body: "Where to?", mentions, ...changes },
        {
          emit: (edited) => {
            added.push(edited.added);
            return [];
          },
        },
      );
    expect(await edit(["user_1"])).toEqual(written);
    expect(await edit(["user_1", "user_3", "user_9"])).toMatchObject({
      mentions: ["user_1", "user_3"],
      editedAt: expect.any(String),
    });
    await edit(["user_4"]);
    expect((await edit(["user_3", "user_1"], { body: "There." })).body).toBe("There.");
    expect(added).toEqual([["user_3"], ["user_4"], []]);
    const theirs = edit([], { userId: "user_1" });
    expect(await failureOf(theirs)).toBeInstanceOf(NotTheAuthorError);
    expect(await failureOf(edit([], { postId: "post_9" }))).toBeInstanceOf(UnknownPostError);
  });

  it("a deleted post keeps its place without its text; an admin gives a reason and takes a title too", async () => {
    await moveInResidents(bench, 2);
    const opening = { postId: "post_0", body: "Rude.", mentions: [] };
    await forum.openTopic({ ...topic, opening }, { emit: [] });
    await post("post_1", { mentions: ["user_1"] });
    await post("post_2", { replyTo: "post_1" });
    const theirs = forum.deletePost({ postId: "post_1", by: "user_1" });
    expect(await failureOf(theirs)).toBeInstanceOf(NotTheAuthorError);
    expect(await forum.deletePost({ postId: "post_1", by: "user_2" })).toBe(true);
    expect(await forum.deletePost({ postId: "post_1", by: "user_2" })).toBe(false);
    expect(await forum.deletePost({ postId: "post_0", by: "admin_1", reason: "Rude." })).toBe(true);
    expect(await forum.posts({ topicId: "topic_1" })).toMatchObject([
      { body: "", deletion: { by: "admin_1", reason: "Rude." } },
      { body: "", mentions: [], deletion: { by: "user_2", reason: undefined } },
      { body: "Where to?", replyTo: "post_1", deletion: undefined },
    ]);
    expect(await forum.topic("topic_1")).toMatchObject({ title: "Removed topic" });
    const edit = forum.editPost(
      { postId: "post_1", userId: "user_2", body: "Again", mentions: [] },
      marked("e"),
    );
    expect(await failureOf(edit)).toBeInstanceOf(DeletedPostError);
    const missing = forum.deletePost({ postId: "post_9", by: "admin_1" });
    expect(await failureOf(missing)).toBeInstanceOf(UnknownPostError);
  });

  it("a topic is followed without writing in it, or muted in spite of that", async () => {
    await moveInResidents(bench, 3);
    await openTopic();
    await post("post_1");
    const choose = (userId: string, choice: "following" | "muted") =>
      forum.choose({ topicId: "topic_1", userId, choice });
    await choose("user_3", "following");
    await choose("user_2", "muted");
    expect(await forum.followers("topic_1")).toEqual(["user_1", "user_3"]);
    await choose("user_2", "following");
    await choose("user_3", "muted");
    expect(await forum.followers("topic_1")).toEqual(["user_1", "user_2"]);
    const unknown = forum.choose({ topicId: "topic_9", userId: "user_1", choice: "muted" });
    expect(await failureOf(unknown)).toBeInstanceOf(UnknownTopicError);
  });

  it("who is forgotten leaves the places of their posts, and neither texts nor name", async () => {
    await moveInResidents(bench, 3);
    await openTopic();
    await post("post_1", { body: "Ask @[user_1] or @[user_3].", mentions: ["user_1", "user_3"] });
    await post("post_2", { userId: "user_1", body: "Me?" });
    await forum.choose({ topicId: "topic_1", userId: "user_1", choice: "following" });
    await forum.forget("user_1");
    await forum.forget("user_1");
    expect(await forum.posts({ topicId: "topic_1" })).toMatchObject([
      { body: "Ask @former resident or @[user_3].", mentions: ["user_3"] },
      { body: "", deletion: { by: "user_1" } },
    ]);
    expect(await forum.topic("topic_1")).toMatchObject({ title: "Removed topic" });
  });
}
