import { faultsOf } from "@org/stores/mohallamart/words/faults";
import { describe, expect, it } from "vitest";
import { catalogues } from "../testing/english-texts.ts";
import { labelsIn } from "./labels.ts";

const all = await catalogues();

it("finds the catalogues of the pages", () => {
  expect(all.map(({ name }) => name)).toEqual(
    expect.arrayContaining(["cartWords", "checkoutFormWords", "orderWords", "stepWords", "frameWords"]),
  );
});

describe.each(all)("$name", ({ entries }) => {
  it("has every text in every language, with its values and in its script", () => {
    expect(faultsOf(entries)).toEqual([]);
  });
});

it("gives a form its texts in one language alone", () => {
  const words = { save: { en: "Save", hi: "सहेजें", kn: "ಉಳಿಸಿ" } } as const;
  expect(labelsIn(words, "kn-IN")).toEqual({ save: "ಉಳಿಸಿ" });
});
