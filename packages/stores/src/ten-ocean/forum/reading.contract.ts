import { expect, it } from "vitest";
import { moveInResidents, type TenOceanBench } from "../contract/bench.ts";

const quiet = { emit: [] };
const topicId = "topic_1";

export function forumReadingContract(bench: TenOceanBench): void {
  const { forum } = bench.stores;
  const open = (id: string, userId = "user_1") =>
    forum.openTopic(
      {
        topicId: `topic_${id}`,
        title: `Topic ${id}`,
        userId,
        opening: { postId: `post_${id}0`, body: "?", mentions: [] },
      },
      quiet,
    );
  const post = (postId: string, changes: { userId?: string; body?: string; replyTo?: string } = {}) =>
    forum.post({ postId, topicId, userId: "user_2", body: "There.", mentions: [], ...changes }, quiet);

  it("topics come in pages, with their author, what is new to the reader and whether they are muted", async () => {
    await moveInResidents(bench, 2);
    for (const id of ["1", "2", "3"]) await open(id);
    await post("post_11");
    await post("post_12");
    await forum.deletePost({ postId: "post_12", by: "user_2" });
    await forum.choose({ topicId: "topic_2", userId: "user_1", choice: "muted" });
    const [first, ...rest] = await forum.topics({ reader: "user_1", limit: 2 });
    expect(first).toMatchObject({ topicId, author: "Resident 1", posts: 2, unread: 1, muted: false });
    expect(rest).toMatchObject([{ topicId: "topic_3", posts: 1, unread: 0 }]);
    const next = await forum.topics({ reader: "user_1", before: rest[0]?.cursor });
    expect(next).toMatchObject([{ topicId: "topic_2", muted: true }]);
    expect(await forum.topics({ before: next[0]?.cursor })).toEqual([]);
    expect(await forum.topics({ before: "nonsense" })).toHaveLength(3);
    await forum.markRead({ topicId, userId: "user_1", upTo: "post_11" });
    expect(await forum.topics({ reader: "user_1", limit: 1 })).toMatchObject([{ unread: 0 }]);
    expect(await forum.topics({ reader: "user_2", limit: 1 })).toMatchObject([{ unread: 1 }]);
  });

  it("a topic is read in pages, from any post on, with names and what is new", async () => {
    await moveInResidents(bench, 3);
    await open("1");
    for (const n of [1, 2, 3, 4]) await post(`post_1${n}`, n === 2 ? { replyTo: "post_11" } : {});
    const read = async (page: object) => {
      const thread = await forum.thread({ topicId, reader: "user_1", limit: 2, ...page });
      const ids = thread?.posts.map(({ postId }) => postId.slice(6)).join("");
      return [ids, thread?.hasEarlier, thread?.hasLater];
    };
    expect(await read({})).toEqual(["01", false, true]);
    expect(await read({ after: "post_11" })).toEqual(["23", true, true]);
    expect(await read({ from: "post_13" })).toEqual(["34", true, false]);
    expect(await read({ before: "post_13" })).toEqual(["12", true, true]);
    expect(await read({ from: "post_13", limit: 4 })).toEqual(["234", true, false]);
    expect(await read({ from: "post_10", limit: 4 })).toEqual(["0123", false, true]);
    expect(await read({ from: "post_99" })).toEqual(["01", false, true]);
    expect(await forum.thread({ topicId: "topic_9", reader: "user_1" })).toBeUndefined();
    await forum.markRead({ topicId, userId: "user_1", upTo: "post_12" });
    await forum.markRead({ topicId, userId: "user_1", upTo: "post_10" });
    await forum.markRead({ topicId: "topic_9", userId: "user_1", upTo: "post_14" });
    const thread = await forum.thread({ topicId, reader: "user_1" });
    expect(thread).toMatchObject({ count: 5, firstUnread: "post_13", choice: "following" });
    expect(thread?.names).toEqual({ user_1: "Resident 1", user_2: "Resident 2" });
    expect(thread?.posts.map(({ unread }) => unread)).toEqual([false, false, false, true, true]);
    expect(thread?.posts[2]?.answers).toEqual({
      postId: "post_11",
      userId: "user_2",
      excerpt: "There.",
    });
    expect(await forum.thread({ topicId, reader: "user_3" })).toMatchObject({
      firstUnread: "post_10",
      choice: undefined,
    });
  });

  it("a post is shown in short with names; the pulse changes with every change", async () => {
    await moveInResidents(bench, 2);
    await open("1");
    const pulses = [await forum.pulse(topicId)];
    const body = `Hi @[user_1],\n${"🚲".repeat(200)}`;
    await forum.post({ postId: "post_11", topicId, userId: "user_2", body, mentions: ["user_1"] }, quiet);
    pulses.push(await forum.pulse(topicId));
    const preview = await forum.preview("post_11");
    expect(preview).toMatchObject({
      topic: "Topic 1",
      author: "Resident 2",
      mentions: ["user_1"],
      deleted: false,
    });
    expect(preview?.excerpt).toMatch(/^Hi @Resident 1, 🚲+…$/u);
    expect(preview?.excerpt).not.toMatch(/\p{Surrogate}/u);
    await forum.editPost({ postId: "post_11", userId: "user_2", body: "Hi.", mentions: [] }, quiet);
    pulses.push(await forum.pulse(topicId));
    await forum.deletePost({ postId: "post_11", by: "user_2" });
    pulses.push(await forum.pulse(topicId));
    expect(new Set(pulses).size).toBe(4);
    expect(await forum.preview("post_11")).toMatchObject({ deleted: true, excerpt: "" });
    expect(await forum.preview("post_99")).toBeUndefined();
    expect(await forum.pulse("topic_9")).toBeUndefined();
  });
}
