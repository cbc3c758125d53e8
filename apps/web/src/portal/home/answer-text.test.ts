import { expect, it } from "vitest";
import { answerText } from "./answer-text.ts";

it.each([
  [undefined, "You have not answered yet"],
  [{ response: "declined", seats: 0, seated: false }, "You are not going"],
  [{ response: "maybe", seats: 0, seated: false }, "You may go"],
  [{ response: "going", seats: 2, seated: false }, "You are on the waiting list"],
  [{ response: "going", seats: 1, seated: true }, "You are going"],
  [{ response: "going", seats: 3, seated: true }, "You are going with 2 guests"],
] as const)("%o is said as %s", (answer, text) => {
  expect(answerText(answer)).toBe(text);
});
