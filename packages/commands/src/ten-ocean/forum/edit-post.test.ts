import { beforeAll, expect, it } from "vitest";
import { forumBench, writer } from "../../testing/forum-bench.ts";
import { editPost } from "./edit-post.ts";

let bench: Awaited<ReturnType<typeof forumBench>>;

beforeAll(async () => {
  bench = await forumBench();
  await bench.write("post_2", "Ask @Maya Fernandes.");
});

const edit = (body: string, userId = "user_chloe", postId = "post_2") =>
  editPost(bench.tenOcean)({ postId, body, writer: writer(userId) });

it("tells only those of the named who never were before", async () => {
  const before = (await bench.emitted()).length;
  expect(await edit("Ask @Maya Fernandes or @Amina.")).toEqual({ ok: true, postId: "post_2", notTold: [] });
  await edit("Ask nobody.");
  await edit("Ask @Amina and @Maya Fernandes after all. @Piotr Łukasz?");
  expect((await bench.emitted()).slice(before)).toEqual(["forum/mention:post_2:user_amina"]);
  expect(await bench.tenOcean.forum.findPost("post_2")).toMatchObject({
    mentions: ["user_amina", "user_maya"],
    editedAt: expect.any(String),
  });
});

it("is refused to others, for deleted posts and for texts that are none", async () => {
  const kept = await bench.bodyOf("post_2");
  expect(await edit("Mine.", "user_maya")).toMatchObject({ ok: false, code: "not-yours" });
  expect(await edit("Hi.", "user_chloe", "post_9")).toMatchObject({ ok: false, code: "unknown-post" });
  expect(await edit(" ")).toMatchObject({ ok: false, code: "invalid" });
  expect(await bench.bodyOf("post_2")).toBe(kept);
  await bench.tenOcean.forum.deletePost({ postId: "post_2", by: "user_chloe" });
  expect(await edit("Back.")).toMatchObject({ ok: false, code: "deleted" });
});
