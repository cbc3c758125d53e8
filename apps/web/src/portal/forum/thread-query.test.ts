import { expect, it } from "vitest";
import { threadPath, toThreadQuery } from "./thread-query.ts";

it("reads which post is asked for, and nothing that is none", () => {
  const parameters = { from: "post_1", edit: ["post_2", "post_3"], reply: "<script>", other: "post_4" };
  expect(toThreadQuery(parameters)).toEqual({ from: "post_1", unread: false });
  expect(toThreadQuery({ unread: "" })).toEqual({ unread: true });
});

it("leads to a post", () => {
  expect(threadPath("topic_1")).toBe("/ten-ocean/forum/topic_1");
  expect(threadPath("topic_1", { from: "post_1" }, "post_1")).toBe(
    "/ten-ocean/forum/topic_1?from=post_1#post_1",
  );
  expect(threadPath("topic_1", { unread: true })).toBe("/ten-ocean/forum/topic_1?unread=");
});
