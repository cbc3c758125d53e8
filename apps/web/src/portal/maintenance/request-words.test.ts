import { expect, it } from "vitest";
import { categoryLabel, descriptionWords, numberOf, parseNumber, placeWords } from "./request-words.ts";

it.each([
  ["1042", 1042],
  [" # 1042 ", 1042],
  ["#1042", 1042],
  ["1042a", undefined],
  ["", undefined],
  ["-1", undefined],
  ["99999999999", undefined],
])("%j is the number %s", (text, number) => {
  expect(parseNumber(text)).toBe(number);
});

it("numbers, places and categories read as people say them", () => {
  expect(numberOf({ number: 1042 })).toBe("#1042");
  expect([placeWords({ area: "Lobby" }, undefined), placeWords({}, "4B")]).toEqual(["Lobby", "Unit 4B"]);
  expect([categoryLabel("plumbing"), categoryLabel("ghosts")]).toEqual(["Water and drains", "ghosts"]);
});

it("a request without words is a former resident's", () => {
  expect(descriptionWords({ description: "It drips." })).toBe("It drips.");
  expect(descriptionWords({ description: "" })).toBe("The words of a former resident were erased.");
});
