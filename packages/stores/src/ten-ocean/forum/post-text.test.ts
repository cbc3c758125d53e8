import { expect, it } from "vitest";
import { excerptOf, mentionedIn, mentionOf, partsOf, readableText } from "./post-text.ts";

const names = { user_1: "Chloé O’Brien-Núñez" };

it("is cut where it names somebody who is known, and keeps everything else as it was typed", () => {
  const body = `Hi ${mentionOf("user_1")}! Not @[user_2], @[constructor] or <script>.`;
  expect(partsOf(body, names)).toEqual([
    { text: "Hi " },
    { text: "@Chloé O’Brien-Núñez", userId: "user_1" },
    { text: "! Not @[user_2], @[constructor] or <script>." },
  ]);
  expect(readableText(body, names)).toBe(
    "Hi @Chloé O’Brien-Núñez! Not @[user_2], @[constructor] or <script>.",
  );
  expect(partsOf("", names)).toEqual([]);
});

it("says whom it names, each once", () => {
  expect(mentionedIn("@[user_1] @[user_2]@[user_1] user_3 @[user_] @user_4")).toEqual(["user_1", "user_2"]);
});

it("is shortened to whole characters of one line", () => {
  expect(excerptOf(" a\n\n b ")).toBe("a b");
  const family = "👨‍👩‍👧‍👦";
  const short = excerptOf(family.repeat(50), 60);
  expect(short).not.toMatch(/\p{Surrogate}/u);
  expect(short).toBe(`${family.repeat(Math.floor(59 / family.length))}…`);
});
