import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseSync, Visitor } from "oxc-parser";
import { expect, it } from "vitest";

const web = join(import.meta.dirname, "../..");

/** Who reads these reads English: residents of 10 Ocean, staff, who keeps a shop, and who develops. */
const english = [
  "app/ten-ocean",
  "app/operations",
  "app/push",
  "app/(mohallamart)/admin",
  "app/(mohallamart)/sell",
  "app/(mohallamart)/shop",
  "src/portal",
  "src/operations",
  "src/analytics",
  "src/selling",
  "src/shop",
  "src/session/demo-people.tsx",
];

const files = globSync("{app,src}/**/*.tsx", { cwd: web })
  .filter(
    (file) =>
      !file.includes(".test.") && !english.some((path) => file === path || file.startsWith(`${path}/`)),
  )
  .toSorted();

/** What a browser or a screen reader says of an element. */
const spoken = new Set(["alt", "aria-label", "aria-description", "label", "placeholder", "title"]);
const hasWord = /\p{L}{2,}/u;
/** Names, which are the same in every language. */
const names = /MohallaMart|10 Ocean|UPI/g;

/** The texts that stand in a component itself, and not in a catalogue of `words.ts`. */
function literalTexts(file: string, source: string): string[] {
  const found: string[] = [];
  const note = (text: string) => {
    if (hasWord.test(text.replace(names, ""))) found.push(text.trim().replace(/\s+/g, " "));
  };
  new Visitor({
    JSXText: ({ value }) => note(value.replace(/&\w+;/g, "")),
    JSXExpressionContainer: ({ expression }) => {
      if (expression.type === "Literal" && typeof expression.value === "string") note(expression.value);
    },
    VariableDeclarator: ({ id, init }) => {
      if (id.type === "Identifier" && id.name === "metadata")
        note(titleIn(source.slice(init?.start, init?.end)));
    },
    JSXAttribute: ({ name, value }) => {
      if (name.type === "JSXIdentifier" && spoken.has(name.name) && value?.type === "Literal")
        note(String(value.value));
    },
  }).visit(parseSync(file, source).program);
  return found;
}

/** Of a page's head, where it is the same for every reader. */
const titleIn = (metadata: string) => /\btitle: "([^"]*)"/.exec(metadata)?.[1] ?? "";

it.each([
  ["<p>Try again</p>", ["Try again"]],
  ['<input aria-label="Your name" />', ["Your name"]],
  ['<p className="muted">{say("again")} · 10 Ocean</p>', []],
  ['<p>{"Try again"}</p>', ["Try again"]],
  ['export const metadata = { title: "Sign in" };', ["Sign in"]],
])("finds the texts of %s", (source, texts) => {
  expect(literalTexts("a.tsx", source)).toEqual(texts);
});

it("looks at the storefront's pages", () => {
  expect(files.length).toBeGreaterThan(40);
});

it("no page or component that customers and shops see holds a text of its own", () => {
  const found = files.flatMap((file) =>
    literalTexts(file, readFileSync(join(web, file), "utf8")).map((text) => `${file}: ${text}`),
  );
  expect(found, "write these into the `words.ts` of their domain, in three languages").toEqual([]);
});
