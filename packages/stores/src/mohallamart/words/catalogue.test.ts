import { expect, it } from "vitest";
import { catalogue, wordsIn } from "./catalogue.ts";
import { guessLanguage, languageOf } from "./languages.ts";

const words = catalogue({
  hello: { en: "Hello, {name}", hi: "नमस्ते, {name}", kn: "ನಮಸ್ಕಾರ, {name}" },
  plain: { en: "Plain", hi: "सादा", kn: "ಸರಳ" },
  items: {
    en: { one: "{count} item from {shop}", other: "{count} items from {shop}" },
    hi: { one: "{shop} से {count} चीज़", other: "{shop} से {count} चीज़ें" },
    kn: { one: "{shop} ಇಂದ {count} ವಸ್ತು", other: "{shop} ಇಂದ {count} ವಸ್ತುಗಳು" },
  },
});

it("says a text in a language, and in English for a locale that we do not speak", () => {
  expect(wordsIn(words, "kn-IN").say("hello", { name: "Asha" })).toBe("ನಮಸ್ಕಾರ, Asha");
  expect(wordsIn(words, "ta-IN").say("hello", { name: "Asha" })).toBe("Hello, Asha");
  expect(wordsIn(words, undefined).say("plain")).toBe("Plain");
});

it("counts as the language does, and groups as India does", () => {
  const { say } = wordsIn(words, "hi-IN");
  expect(say("items", { count: 1, shop: "S" })).toBe("S से 1 चीज़");
  expect(say("items", { count: 125_000, shop: "S" })).toBe("S से 1,25,000 चीज़ें");
  expect(wordsIn(words, "en-IN").say("items", { count: 0, shop: "S" })).toBe("0 items from S");
});

it("writes numbers in Kannada in groups of India, too", () => {
  expect(wordsIn(words, "kn-IN").say("items", { count: 125_000, shop: "S" })).toBe("S ಇಂದ 1,25,000 ವಸ್ತುಗಳು");
});

it("puts what is no text in its place", () => {
  const piece = { link: true };
  expect(wordsIn(words, "hi-IN").pieces("hello", { name: piece })).toEqual(["नमस्ते, ", piece]);
});

it("fills no value's own braces in", () => {
  expect(wordsIn(words, "en-IN").say("items", { count: 2, shop: "{count}" })).toBe("2 items from {count}");
});

it("knows a text by its values, and a translation by the English text's", () => {
  // @ts-expect-error a value is missing
  wordsIn(words, "en-IN").say("hello");
  // @ts-expect-error there is no such text
  wordsIn(words, "en-IN").say("bye");
  // @ts-expect-error the translation names another value
  catalogue({ hello: { en: "Hello, {name}", hi: "नमस्ते, {names}", kn: "ನಮಸ್ಕಾರ, {name}" } });
  // @ts-expect-error the translation leaves a value out
  catalogue({ hello: { en: "Hello, {name}", hi: "नमस्ते", kn: "ನಮಸ್ಕಾರ, {name}" } });
  // @ts-expect-error a language is missing
  catalogue({ hello: { en: "Hello", hi: "नमस्ते" } });
});

it.each([
  ["kn-IN,kn;q=0.9,en;q=0.8", "kn-IN"],
  ["ta,hi;q=0.7,en;q=0.5", "hi-IN"],
  ["en-US,en;q=0.9,hi;q=0.8", "en-IN"],
  ["en;q=0.1, KN ;q=0.9", "kn-IN"],
  ["hi;q=0, fr", "en-IN"],
  ["kn;q=x", "en-IN"],
  ["*", "en-IN"],
  ["", "en-IN"],
  [undefined, "en-IN"],
])("a browser that accepts %j reads %s first", (accepted, language) => {
  expect(guessLanguage(accepted)).toBe(language);
});

it.each([
  ["hi-IN", "hi-IN"],
  ["en-DE", "en-IN"],
  ["constructor", "en-IN"],
  [undefined, "en-IN"],
])("%s is read as %s", (locale, language) => {
  expect(languageOf(locale)).toBe(language);
});
