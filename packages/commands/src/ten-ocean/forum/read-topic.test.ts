import { beforeAll, expect, it } from "vitest";
import { forumBench, writer } from "../../testing/forum-bench.ts";
import { readTopic } from "./read-topic.ts";

let bench: Awaited<ReturnType<typeof forumBench>>;

beforeAll(async () => {
  bench = await forumBench();
});

const read = (upTo: string, topicId = "topic_1") =>
  readTopic(bench.tenOcean)({ topicId, upTo, reader: writer("user_amina") });
const unread = async () => (await bench.tenOcean.forum.topics({ reader: "user_amina" }))[0]?.unread;

it("what was read is no longer new, and stays so", async () => {
  await bench.write("post_2", "There.");
  expect(await unread()).toBe(2);
  expect(await read("post_2")).toEqual({ ok: true, topicId: "topic_1" });
  expect(await read("post_1")).toMatchObject({ ok: true });
  expect(await unread()).toBe(0);
});

it("a post that is none changes nothing", async () => {
  await bench.write("post_3", "There.");
  expect(await read("post_9")).toMatchObject({ ok: true });
  expect(await read("nonsense")).toMatchObject({ ok: false, code: "damaged" });
  expect(await unread()).toBe(1);
});
