import { beforeAll, expect, it } from "vitest";
import { forumBench } from "../../testing/forum-bench.ts";
import { findNeighbors } from "./find-neighbors.ts";
import { editableText, readMentions } from "./mentions.ts";

let bench: Awaited<ReturnType<typeof forumBench>>;

beforeAll(async () => {
  bench = await forumBench();
});

const read = (text: string, author = "user_amina") => readMentions(bench.tenOcean, { text, author });

it.each([
  ["Hi @Maya Fernandes!", "Hi @[user_maya]!", ["user_maya"]],
  ["@maya fernandes's rack", "@[user_maya]'s rack", ["user_maya"]],
  [
    "@Chloe O'Brien-Nunez and @Maya Fernandes.",
    "@[user_chloe] and @[user_maya].",
    ["user_chloe", "user_maya"],
  ],
  ["@Ana Lopez (1B), please", "@[user_ana2], please", ["user_ana2"]],
  ["(@Maya Fernandes)@Maya Fernandes", "(@[user_maya])@[user_maya]", ["user_maya"]],
  ["write to sam@maya.example or @ me", "write to sam@maya.example or @ me", []],
  ["I am @Amina", "I am @Amina", []],
])("%j names whom it says", async (text, body, mentions) => {
  expect(await read(text)).toEqual({ body, mentions, notTold: [] });
});

it.each([
  ["@Piotr Lukasz!", "Piotr Łukasz does not live here any more and was not told."],
  [
    "@Ana Lopez",
    "More than one neighbor is called Ana Lopez, so nobody was told: write their unit as well, as in @Ana Lopez (1A).",
  ],
  ["@Maya", "No neighbor is called “Maya”, so nobody was told: write first and last name, as in the list."],
  [
    "@Maya Fernandesque",
    "No neighbor is called “Maya”, so nobody was told: write first and last name, as in the list.",
  ],
])("%j stays text, and says why nobody is told", async (text, sentence) => {
  expect(await read(text)).toEqual({ body: text, mentions: [], notTold: [sentence] });
});

it("survives 10,000 characters of nothing but @", async () => {
  const { mentions } = await read("@A".repeat(5_000));
  expect(mentions).toEqual([]);
});

it("is edited with names that are found again", async () => {
  const text = "@Maya Fernandes, @Ana Lopez (1B) and @Chloé O’Brien-Núñez";
  const kept = await read(text);
  const edited = await editableText(bench.tenOcean, kept);
  expect(edited).toBe(text);
  expect(await read(edited)).toEqual(kept);
  expect(await editableText(bench.tenOcean, { body: "@[user_maya]", mentions: [] })).toBe("@[user_maya]");
});

it("suggests who lives here by the beginning of a name, with the unit where two have it", async () => {
  const find = async (text: string) =>
    (await findNeighbors(bench.tenOcean, { text, except: "user_amina" })).map(({ handle }) => handle);
  expect(await find("ma")).toEqual(["Maya Fernandes"]);
  expect(await find("fern")).toEqual(["Maya Fernandes"]);
  expect(await find("chloe o'b")).toEqual(["Chloé O’Brien-Núñez"]);
  expect(await find("a")).toEqual(["Ana Lopez (1A)", "Ana Lopez (1B)"]);
  expect(await find("piotr")).toEqual([]);
  expect(await find(" ")).toEqual([]);
  expect(await find("x".repeat(101))).toEqual([]);
});
