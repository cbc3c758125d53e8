import { beforeEach, expect, it } from "vitest";
import { moveInResidents, type TenOceanBench } from "../contract/bench.ts";
import type { NewPost, TellingRound } from "../port.ts";

const quiet = { emit: [] };
const topicId = "topic_1";

/** As in `user_1 user_3: post_1 post_2`. */
function toldBy(round: TellingRound | undefined): string[] | undefined {
  return round?.groups.map(
    ({ userIds, posts }) => `${userIds.join(" ")}: ${posts.map(({ postId }) => postId).join(" ")}`,
  );
}

export function forumTellingContract(bench: TenOceanBench): void {
  const { forum, residents } = bench.stores;
  const post = (postId: string, changes: Partial<NewPost> = {}) =>
    forum.post({ postId, topicId, userId: "user_2", body: "There.", mentions: [], ...changes }, quiet);
  const claim = (postId: string, round: number, overdue = false) =>
    forum.claimTellings({ postId, round, overdue });

  beforeEach(async () => {
    await moveInResidents(bench, 4);
    const opening = { postId: "post_0", body: "?", mentions: [] };
    await forum.openTopic({ topicId, title: "Bicycles", userId: "user_1", opening }, quiet);
    await forum.choose({ topicId, userId: "user_3", choice: "following" });
  });

  it("followers hear of a post at once, except its author and those named in it", async () => {
    await post("post_1", { userId: "user_3", mentions: ["user_1"] });
    expect(await claim("post_1", 0)).toMatchObject({ groups: [], holds: false, waits: false });
    await post("post_2", { body: "Hi @[user_4].", mentions: ["user_4"] });
    const round = await claim("post_2", 0);
    expect(round).toEqual({
      topicId,
      topic: "Bicycles",
      groups: [
        {
          key: "user_1",
          userIds: ["user_1", "user_3"],
          posts: [{ postId: "post_2", author: "Resident 2", excerpt: "Hi @Resident 4." }],
        },
      ],
      holds: true,
      waits: false,
    });
    expect(await claim("post_2", 0)).toEqual(round);
    expect(await claim("post_0", 0)).toMatchObject({ groups: [], holds: false });
    expect(await claim("post_9", 0)).toBeUndefined();
  });

  it("what is written while a window is open waits for its end, where all of it is one message", async () => {
    await post("post_1");
    await claim("post_1", 0);
    await post("post_2");
    expect(await claim("post_2", 0)).toMatchObject({ groups: [], holds: false, waits: true });
    await post("post_3", { userId: "user_3" });
    // The author of post_1 was told of nothing yet.
    expect(toldBy(await claim("post_3", 0))).toEqual(["user_2: post_3"]);
    const gathered = await claim("post_1", 1);
    expect(toldBy(gathered)).toEqual(["user_1: post_2 post_3", "user_3: post_2"]);
    expect(gathered?.holds).toBe(true);
    expect(await claim("post_2", 1, true)).toMatchObject({ groups: [], holds: false, waits: false });
    expect(await claim("post_1", 2)).toMatchObject({ groups: [], holds: false });
    await post("post_4");
    expect(toldBy(await claim("post_4", 0))).toEqual(["user_1 user_3: post_4"]);
  });

  it("a post whose window nobody closes is told by its own run once it is overdue", async () => {
    await post("post_1");
    await claim("post_1", 0);
    await post("post_2");
    await claim("post_2", 0);
    expect(await claim("post_2", 1)).toMatchObject({ groups: [], waits: true });
    const overdue = await claim("post_2", 2, true);
    expect(toldBy(overdue)).toEqual(["user_1 user_3: post_2"]);
    expect(overdue).toMatchObject({ holds: true, waits: false });
    expect(await claim("post_1", 1)).toMatchObject({ groups: [], holds: false });
  });

  it("whoever mutes, leaves or is named meanwhile, and a deleted post, are left out", async () => {
    await forum.choose({ topicId, userId: "user_4", choice: "following" });
    await post("post_1");
    await claim("post_1", 0);
    for (const postId of ["post_2", "post_3"]) await post(postId);
    await forum.choose({ topicId, userId: "user_1", choice: "muted" });
    await residents.changeStanding("user_4", "alumni", quiet);
    await forum.editPost({ postId: "post_2", userId: "user_2", body: "New.", mentions: ["user_3"] }, quiet);
    expect(toldBy(await claim("post_1", 1))).toEqual(["user_3: post_3"]);
    await post("post_4");
    await forum.deletePost({ postId: "post_4", by: "user_2" });
    expect(await claim("post_1", 2)).toMatchObject({ groups: [], holds: false });
  });

  it("many runs at once tell everybody of everything once", async () => {
    const ids = Array.from({ length: 20 }, (_none, n) => `post_1${n}`);
    await Promise.all(ids.map((postId) => post(postId)));
    const rounds = await Promise.all(ids.map((postId) => claim(postId, 0)));
    const told = rounds.flatMap((round) => round?.groups.flatMap(({ posts }) => posts) ?? []);
    expect(told.map(({ postId }) => postId).toSorted()).toEqual(ids.toSorted());
    expect(rounds.filter((round) => round?.holds)).toHaveLength(1);
  });
}
