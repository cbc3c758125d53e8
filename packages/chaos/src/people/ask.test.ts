import { parse } from "node-html-parser";
import { expect, it, vi } from "vitest";
import type { Random } from "../plan/random.ts";
import { ask } from "./ask.ts";
import type { FormPost, VisitedPage, Visitor } from "./visitor.ts";

const form: FormPost = { path: "/", body: new FormData() };
const ready = { id: "ord_1", form, isDone: ({ path }: VisitedPage) => path === "/done" };
const page = (path: string, status = 200): VisitedPage => ({
  path,
  status,
  text: "Sold out",
  alert: "",
  document: parse(""),
});

/** Draws the least of everything, but as many tries as there are. */
const random: Random = {
  integer: (from, to) => (to === 3 ? 3 : Math.min(from, 1)),
  pick: ([first]) => {
    if (first === undefined) throw new Error("nothing to pick");
    return first;
  },
  weighted: () => {
    throw new Error("nothing is weighted here");
  },
  percent: () => false,
};

/** A visitor whose forms are answered by these, one after the other. */
function visitorWith(...answers: (VisitedPage | Error)[]) {
  const send = vi.fn(async () => {
    const answer = answers.shift();
    if (answer === undefined || answer instanceof Error) throw answer;
    return answer;
  });
  const unused = () => Promise.reject(new Error("not used here"));
  const visitor: Visitor = { open: unused, request: unused, send };
  return { visitor, send };
}

const toldBy = async (...answers: (VisitedPage | Error)[]) => {
  const { visitor, send } = visitorWith(...answers);
  const { told } = await ask(visitor, random, async () => ready);
  return [told.answer, send.mock.calls.length];
};

it("is acknowledged by the page that says so, also the second time", async () => {
  expect(await toldBy(page("/done"))).toEqual(["acknowledged", 1]);
  expect(await toldBy(new Error("reset"), page("/done"))).toEqual(["acknowledged", 2]);
});

it("is refused by any other page", async () => {
  expect(await toldBy(page("/checkout"))).toEqual(["refused", 1]);
});

it("is in doubt when no answer comes, or an error of the server's, each time", async () => {
  expect(await toldBy(new Error("reset"), page("/", 500), page("/", 503))).toEqual(["doubt", 3]);
});

it("stays in doubt when a later try is refused: the first one may have been done", async () => {
  expect(await toldBy(new Error("reset"), page("/checkout"))).toEqual(["doubt", 2]);
});

it("is not asked for when the form never came", async () => {
  const { visitor, send } = visitorWith();
  const broken = async () => {
    throw new Error("fetch failed", { cause: new Error("ECONNREFUSED") });
  };
  const { told } = await ask(visitor, random, broken);
  expect([told, send.mock.calls.length]).toEqual([
    { answer: "unasked", said: "fetch failed: ECONNREFUSED", tries: 0 },
    0,
  ]);
});
