import { expect, it } from "vitest";
import { forumConversation } from "../../testing/forum-conversation.ts";
import { startTestBench } from "../../testing/test-bench.ts";

async function startConversation() {
  const bench = await startTestBench();
  const conversation = forumConversation(bench);
  await conversation.open();
  await conversation.later(1);
  return {
    bench,
    ...conversation,
    toldIds: () => conversation.told("forum-mention").map(({ userId }) => userId),
  };
}

it("tells the named at once, also in a topic that they muted", async () => {
  const { bench, write, mute, later, told, emailed } = await startConversation();
  await mute("user_chloe");
  await write("post_1", "user_suresh", { body: "Ask @[user_chloe].", mentions: ["user_chloe"] });
  await bench.settle();
  expect(told("forum-mention")).toEqual([
    {
      at: 1,
      userId: "user_chloe",
      data: {
        topicId: "topic_1",
        topic: "Bike room",
        postId: "post_1",
        author: "Suresh Iyer",
        excerpt: "Ask @Chloé O’Brien-Núñez.",
      },
    },
  ]);
  await later(1);
  const [email, ...more] = emailed("Suresh Iyer mentioned you in “Bike room”");
  expect([email?.to, more]).toEqual(["chloe@residents.example", []]);
  expect(email?.html).toContain("https://10ocean.test/ten-ocean/forum/topic_1?from=post_1#post_1");
});

it("an edit that names one more tells only them; edited out and in again tells nobody", async () => {
  const { write, edit, later, toldIds } = await startConversation();
  await write("post_1", "user_suresh", { mentions: ["user_chloe"] });
  await later(1);
  expect(toldIds()).toEqual(["user_chloe"]);
  await edit("post_1", "user_suresh", { mentions: ["user_chloe", "user_amina"] });
  await later(1);
  expect(toldIds()).toEqual(["user_chloe", "user_amina"]);
  await edit("post_1", "user_suresh", { mentions: [] });
  // The engine has forgotten the ids of its events by then.
  await later(25 * 60);
  await edit("post_1", "user_suresh", { mentions: ["user_amina", "user_chloe"] });
  await later(1);
  expect(toldIds()).toEqual(["user_chloe", "user_amina"]);
});

it("tells nobody who moved out meanwhile, and of no post that is gone", async () => {
  const { bench, write, leave, toldIds } = await startConversation();
  bench.engine.faults.failStep({ functionId: "tell-mentioned", stepId: "fetch-post", attempts: 2 });
  await write("post_1", "user_suresh", { mentions: ["user_chloe"] });
  await bench.settle();
  await leave("user_chloe");
  await bench.engine.advance("1m");
  await write("post_2", "user_suresh", { mentions: ["user_amina"] });
  await bench.tenOcean.forum.deletePost({ postId: "post_2", by: "user_suresh" });
  await bench.settle();
  expect(toldIds()).toEqual([]);
  expect(bench.engine.runs({ functionId: "tell-mentioned" }).map(({ output }) => output)).toEqual([
    { told: false, reason: "They do not live here." },
    { told: false, reason: "The post is gone." },
  ]);
});
