import { readFileSync } from "node:fs";
import { expect, it } from "vitest";

type Tokens = Record<string, string>;

/** The colours that apply for a product in a scheme: later blocks of tokens.css override earlier ones. */
function tokensOf(product: "mohallamart" | "ten-ocean", scheme: "light" | "dark"): Tokens {
  const text = readFileSync(new URL("tokens.css", import.meta.url), "utf8");
  const blocks = text.matchAll(/(@media [^{]*dark\) \{\s*)?(:root[^{]*)\{([^}]*)\}/g);
  const tokens: Tokens = {};
  for (const [, dark, selector = "", body = ""] of blocks) {
    if (dark && scheme === "light") continue;
    if (selector.includes("ten-ocean") && product !== "ten-ocean") continue;
    for (const [, name = "", value = ""] of body.matchAll(/--([\w-]+):\s*(#[0-9a-f]{3,6});/g))
      tokens[name] = value;
  }
  return tokens;
}

/** WCAG 2's relative luminance. @param colour as `#fff` or `#17408b` */
function luminance(colour: string): number {
  const digits = colour.length === 4 ? colour.replace(/[0-9a-f]/g, "$&$&") : colour;
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((from) => {
    const part = Number.parseInt(digits.slice(from, from + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (lighter + 0.05) / (darker + 0.05);
}

type Pair = readonly [on: string, under: string];

/** What is written on what; AA asks for 4.5 of text, and for 3 of what only has to be seen. */
const written = ["ink", "muted", "link", "good", "warn", "bad", "vermilion"];
const texts: Pair[] = [
  ...written.map((colour): Pair => [colour, "wall"]),
  ...written.map((colour): Pair => [colour, "card"]),
  ["ink", "bad-wash"],
  ["bad", "bad-wash"],
  ["on-sign", "sign"],
  ["on-sign", "sign-deep"],
  ["marigold", "sign"],
  ["marigold", "sign-deep"],
  ["on-marigold", "marigold"],
  ["on-vermilion", "vermilion"],
  ["on-vermilion", "vermilion-deep"],
];
const shapes: Pair[] = [
  ["focus", "wall"],
  ["focus", "card"],
  ["muted", "card"],
];

it.each([
  ["mohallamart", "light"],
  ["mohallamart", "dark"],
  ["ten-ocean", "light"],
  ["ten-ocean", "dark"],
] as const)("%s can be read in the %s scheme", (product, scheme) => {
  const tokens = tokensOf(product, scheme);
  const colourOf = (name: string) => tokens[name] ?? expect.fail(`There is no colour --${name}.`);
  const tooFaint = (pairs: readonly Pair[], least: number) =>
    pairs
      .map(([on, under]) => ({ pair: `${on} on ${under}`, is: contrast(colourOf(on), colourOf(under)) }))
      .filter(({ is }) => is < least);
  expect(tooFaint(texts, 4.5)).toEqual([]);
  expect(tooFaint(shapes, 3)).toEqual([]);
});

it("the measure is WCAG's", () => {
  expect(contrast("#000", "#ffffff")).toBeCloseTo(21);
  expect(contrast("#767676", "#fff")).toBeCloseTo(4.54, 2);
});

it("the two products do not look alike", () => {
  for (const scheme of ["light", "dark"] as const) {
    expect(tokensOf("ten-ocean", scheme)).not.toEqual(tokensOf("mohallamart", scheme));
  }
});
