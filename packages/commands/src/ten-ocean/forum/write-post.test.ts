import { beforeAll, expect, it } from "vitest";
import { forumBench } from "../../testing/forum-bench.ts";

let bench: Awaited<ReturnType<typeof forumBench>>;

beforeAll(async () => {
  bench = await forumBench();
});

it("a post is written once, with an event for it and for each whom it names", async () => {
  const { write, emitted } = bench;
  const body = "Ask @Maya Fernandes, @Amina or me, @Chloé O’Brien-Núñez.";
  const outcome = await write("post_2", body, { replyTo: "post_1" });
  expect(outcome).toEqual({ ok: true, postId: "post_2", notTold: [] });
  expect(await write("post_2", body, { replyTo: "post_1" })).toEqual(outcome);
  expect(await emitted()).toEqual([
    "forum/post.created:post_2",
    "forum/mention:post_2:user_amina",
    "forum/mention:post_2:user_maya",
  ]);
  expect(await bench.tenOcean.forum.findPost("post_2")).toMatchObject({
    body: "Ask @[user_maya], @[user_amina] or me, @Chloé O’Brien-Núñez.",
    mentions: ["user_amina", "user_maya"],
    replyTo: "post_1",
  });
});

it.each([
  ["who moved out", { userId: "user_piotr" }, "not-here"],
  ["a topic that does not exist", { topicId: "topic_9" }, "unknown-topic"],
  ["an answer to no post of it", { replyTo: "post_9" }, "unknown-post"],
  ["a damaged form", { replyTo: "nonsense" }, "damaged"],
])("%s is refused, and nothing is written", async (_what, changes, code) => {
  const before = await bench.emitted();
  expect(await bench.write("post_3", "Hello", changes)).toMatchObject({ ok: false, code });
  expect(await bench.tenOcean.forum.findPost("post_3")).toBeUndefined();
  expect(await bench.emitted()).toEqual(before);
});

it("names at most twenty people", async () => {
  const { residents } = bench.tenOcean;
  const names: string[] = [];
  for (let n = 0; n < 21; n += 1) {
    const userId = `user_crowd${n}`;
    const lastName = String.fromCodePoint(97 + n).repeat(3);
    names.push(`@Crowd ${lastName}`);
    const email = `${userId}@example.com`;
    await residents.register({ userId, firstName: "Crowd", lastName, email }, { emit: [] });
    await residents.changeStanding(userId, "resident", { emit: [] });
  }
  expect(await bench.write("post_4", names.join(" "))).toMatchObject({
    code: "invalid",
    fields: { body: "Name at most 20 people in one post; this one names 21." },
  });
  expect(await bench.write("post_4", names.slice(1).join(" "))).toMatchObject({ ok: true, notTold: [] });
});
