import { beforeAll, expect, it } from "vitest";
import { forumBench, writer } from "../../testing/forum-bench.ts";
import { deletePost, type Remover } from "./delete-post.ts";

let bench: Awaited<ReturnType<typeof forumBench>>;

beforeAll(async () => {
  bench = await forumBench();
  await bench.write("post_2", "There.");
  await bench.write("post_3", "Rude.");
});

const admin: Remover = { role: "association-admin", id: "admin_1", name: "Maria", email: "m@example.com" };
const remove = (postId: string, remover: Remover, reason = "") =>
  deletePost(bench.tenOcean)({ postId, reason, remover });

it("authors take their own posts away; again changes nothing", async () => {
  expect(await remove("post_2", writer("user_maya"))).toMatchObject({ ok: false, code: "not-yours" });
  expect(await bench.bodyOf("post_2")).toBe("There.");
  const [first, again] = [
    await remove("post_2", writer("user_chloe"), "No reason of an author's is kept."),
    await remove("post_2", writer("user_chloe")),
  ];
  expect([first, again]).toEqual([
    { ok: true, postId: "post_2" },
    { ok: true, postId: "post_2" },
  ]);
  expect(await bench.tenOcean.forum.findPost("post_2")).toMatchObject({
    body: "",
    deletion: { by: "user_chloe", reason: undefined },
  });
});

it("an admin removes any, and says why", async () => {
  expect(await remove("post_3", admin, " ")).toMatchObject({
    code: "invalid",
    fields: { reason: "Say why: everyone reads it in place of the post." },
  });
  expect(await bench.bodyOf("post_3")).toBe("Rude.");
  expect(await remove("post_3", admin, "Insults.")).toMatchObject({ ok: true });
  expect(await bench.tenOcean.forum.findPost("post_3")).toMatchObject({
    body: "",
    deletion: { by: "admin_1", reason: "Insults." },
  });
  expect(await remove("post_9", admin, "Insults.")).toMatchObject({ code: "unknown-post" });
  expect(await remove("9", admin, "Insults.")).toMatchObject({ code: "damaged" });
});
