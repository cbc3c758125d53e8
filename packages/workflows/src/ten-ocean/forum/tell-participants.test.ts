import { expect, it } from "vitest";
import { forumConversation, type Told } from "../../testing/forum-conversation.ts";
import { startTestBench, type TestBench } from "../../testing/test-bench.ts";
import { listOf } from "./tell-participants.ts";

const functionId = "tell-participants";

async function startConversation() {
  const bench = await startTestBench();
  const conversation = forumConversation(bench);
  await conversation.open();
  await bench.settle();
  return {
    bench,
    ...conversation,
    /** As in `0 user_maya 2`: at which minute who was told of how many posts. */
    replies: () =>
      conversation.told("forum-replies").map(({ at, userId, data }) => `${at} ${userId} ${data.posts}`),
  };
}

it("one post: followers hear at once, the author and those named in it do not, and nothing comes later", async () => {
  const { bench, write, follow, later, replies, told, emailed } = await startConversation();
  await follow("user_chloe");
  await follow("user_amina");
  await write("post_1", "user_suresh", { body: "Ask @[user_chloe].", mentions: ["user_chloe"] });
  await bench.settle();
  expect(replies()).toEqual(["0 user_amina 1", "0 user_maya 1"]);
  expect(told("forum-replies")[0]?.data).toEqual({
    topicId: "topic_1",
    topic: "Bike room",
    posts: 1,
    postId: "post_1",
    authors: "Suresh Iyer",
    excerpt: "Ask @Chloé O’Brien-Núñez.",
  });
  await later(1);
  const emails = emailed("New reply in “Bike room”");
  expect(emails.map(({ to }) => to).toSorted()).toEqual([
    "amina@residents.example",
    "maya@residents.example",
  ]);
  expect(emails[0]?.text).toContain("“Ask @Chloé O’Brien-Núñez.”");
  await later(120);
  expect(replies()).toHaveLength(2);
  expect(bench.engine.run(functionId)).toHaveCompleted();
});

it("two posts: the second within the window is told at its end", async () => {
  const { write, later, replies } = await startConversation();
  await write("post_1", "user_suresh");
  await later(10);
  await write("post_2", "user_suresh");
  await later(4);
  expect(replies()).toEqual(["0 user_maya 1"]);
  await later(1);
  expect(replies()).toEqual(["0 user_maya 1", "15 user_maya 1"]);
  await later(16);
  await write("post_3", "user_suresh");
  await later(0);
  expect(replies()).toEqual(["0 user_maya 1", "15 user_maya 1", "31 user_maya 1"]);
});

it("fifty posts within the window are one message, with everybody who wrote", async () => {
  const { bench, write, later, replies, told, emailed } = await startConversation();
  const others = ["user_suresh", "user_chloe", "user_tomasz"];
  await write("post_1", "user_suresh");
  await later(1);
  for (let n = 2; n <= 50; n += 1) await write(`post_${n}`, others[n % 3] ?? "");
  await later(14);
  expect(replies().filter((line) => line.includes("user_maya"))).toEqual([
    "0 user_maya 1",
    "15 user_maya 49",
  ]);
  expect(told("forum-replies").findLast(({ userId }) => userId === "user_maya")?.data).toMatchObject({
    posts: 49,
    postId: "post_2",
    authors: "Tomasz Zieliński, Suresh Iyer and 1 other",
  });
  expect(emailed("49 new replies in “Bike room”").map(({ to }) => to)).toEqual(["maya@residents.example"]);
  await later(120);
  expect(bench.engine.runs({ functionId, status: "Completed" })).toHaveLength(50);
  await expectEachPostOnce(bench, told("forum-replies"));
});

it("fifty posts in one second: nothing lost, nobody twice, and never two messages in fifteen minutes", async () => {
  const { bench, write, later, told } = await startConversation();
  const others = ["user_suresh", "user_chloe", "user_tomasz", "user_amina", "user_maya"];
  await Promise.all(Array.from({ length: 50 }, (_none, n) => write(`post_${n + 1}`, others[n % 5] ?? "")));
  await later(120);
  await expectEachPostOnce(bench, told("forum-replies"));
  for (const userId of others) {
    const times = told("forum-replies")
      .filter((each) => each.userId === userId)
      .map(({ at }) => at);
    const gaps = times.slice(1).map((at, index) => at - (times[index] ?? 0));
    expect(
      gaps.filter((gap) => gap < 15),
      userId,
    ).toEqual([]);
  }
});

it("within the window: the named hear at once and only of that, who mutes or leaves hears nothing more", async () => {
  const { write, follow, mute, leave, later, replies, told } = await startConversation();
  for (const userId of ["user_chloe", "user_tomasz", "user_amina"]) await follow(userId);
  await write("post_1", "user_suresh");
  await later(5);
  await write("post_2", "user_suresh", { mentions: ["user_amina"] });
  await mute("user_maya");
  await leave("user_tomasz");
  await later(1);
  expect(told("forum-mention")).toMatchObject([{ at: 5, userId: "user_amina" }]);
  await later(60);
  expect(replies().filter((line) => !line.startsWith("0 "))).toEqual(["15 user_chloe 1"]);
});

it("an edit within the window that names somebody leaves them out of the message at its end", async () => {
  const { write, edit, later, replies, told } = await startConversation();
  await write("post_1", "user_suresh");
  await later(5);
  await write("post_2", "user_suresh");
  await later(1);
  await edit("post_2", "user_suresh", { mentions: ["user_maya"] });
  await later(60);
  expect(told("forum-mention")).toMatchObject([{ at: 6, userId: "user_maya" }]);
  expect(replies()).toEqual(["0 user_maya 1"]);
});

it("a run that is lost with its window leaves its readers to the runs of later posts", async () => {
  const { bench, write, later, replies, told } = await startConversation();
  await write("post_1", "user_suresh");
  await later(5);
  expect(await bench.engine.cancel(bench.engine.run(functionId).id)).toBe(true);
  await write("post_2", "user_suresh");
  await later(60);
  expect(replies()).toEqual(["0 user_maya 1", "21 user_maya 1"]);
  await expectEachPostOnce(bench, told("forum-replies"));
});

it("names up to two authors", () => {
  expect(listOf(["Maya", "Maya"])).toBe("Maya");
  expect(listOf(["Maya", "Suresh"])).toBe("Maya and Suresh");
  expect(listOf(["A", "B", "C"])).toBe("A, B and 1 other");
  expect(listOf(["A", "B", "C", "D"])).toBe("A, B and 2 others");
});

/** Nobody waits, and as many posts were told as there were readers for each. */
async function expectEachPostOnce({ pool }: TestBench, messages: readonly Told[]) {
  const { rows } = await pool.query(
    "select count(*)::int as readers, count(told_in)::int as told from ten_ocean.post_tellings",
  );
  const told = messages.reduce((sum, { data }) => sum + Number(data.posts), 0);
  expect(rows).toEqual([{ readers: told, told }]);
}
