import { expect, it } from "vitest";
import { toPostParts } from "./post-parts.ts";

const names = { user_1: "Maya Fernandes" };
const linksIn = (body: string) =>
  toPostParts(body, names).flatMap((part) => (part.kind === "link" ? [part.url] : []));

it("shows names, links and everything else as it was typed", () => {
  expect(toPostParts("@[user_1] see https://example.com/a?b=1. <b>@[user_2]</b>", names)).toEqual([
    { kind: "mention", text: "@Maya Fernandes", userId: "user_1" },
    { kind: "text", text: " see " },
    { kind: "link", text: "https://example.com/a?b=1", url: "https://example.com/a?b=1" },
    { kind: "text", text: ". <b>@[user_2]</b>" },
  ]);
  expect(toPostParts("", names)).toEqual([]);
});

it.each([
  ["(http://example.com/x)", ["http://example.com/x"]],
  ["example.com is a site", ["http://example.com"]],
  ["javascript:alert(1)", []],
  ["JAVASCRIPT://example.com/%0aalert(1)", []],
  ["data:text/html,<script>alert(1)</script>", []],
  ["//example.com/x and ftp://example.com and mailto:a@example.com", []],
  ["a@example.com", []],
])("%s has the links %j", (body, urls) => {
  expect(linksIn(body).filter((url) => !url.startsWith("http"))).toEqual([]);
  expect(linksIn(body)).toEqual(urls);
});

it("reads ten thousand characters at once", () => {
  const text = "http://a.com/(".repeat(700);
  expect(
    toPostParts(text, names)
      .map((part) => part.text)
      .join(""),
  ).toBe(text);
});
