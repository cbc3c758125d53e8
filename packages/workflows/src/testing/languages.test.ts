import { globSync } from "node:fs";
import { join } from "node:path";
import { type Entries, formsOf } from "@org/stores/mohallamart/words/catalogue";
import { faultsOf } from "@org/stores/mohallamart/words/faults";
import { codeOf, type Language } from "@org/stores/mohallamart/words/languages";
import { describe, expect, it } from "vitest";
import { brandFor } from "../mohallamart/brand.ts";
import { renderBranded } from "../mohallamart/brand-context.tsx";
import { emailTemplates } from "./email-templates.ts";

const sources = join(import.meta.dirname, "..");
const languages: readonly Language[] = ["hi-IN", "kn-IN"];

/** Who works for the marketplace itself reads English. */
const toStaff = ["mohallamart/analytics/daily-report", "mohallamart/shopkeepers/shop-application"];

async function catalogues(): Promise<{ name: string; entries: Entries }[]> {
  const files = globSync("mohallamart/**/words.ts", { cwd: sources }).toSorted();
  const found = await Promise.all(
    files.map(async (file) => {
      const exported: Record<string, Entries> = await import(join(sources, file));
      return Object.entries(exported).map(([name, entries]) => ({ name, entries }));
    }),
  );
  return found.flat();
}

const all = await catalogues();

describe.each(all)("$name", ({ entries }) => {
  it("has every text in every language, with its values and in its script", () => {
    expect(faultsOf(entries)).toEqual([]);
  });
});

/** What the English texts say between their values, where it is long enough to be told apart. */
const english = all
  .flatMap(({ entries }) => Object.values(entries).flatMap(({ en }) => formsOf(en)))
  .flatMap((text) => text.split(/\{\w+\}/))
  .map((part) => part.trim())
  .filter((part) => part.length >= 10);

const templates = (await emailTemplates((file) => import(file))).filter(
  ({ name }) => name.startsWith("mohallamart/") && !toStaff.includes(name),
);

/** A notification is put into words before it is an email. */
const toReader = ["title", "body"];

const letters = { en: /[a-z]/, hi: /\p{Script=Devanagari}/u, kn: /\p{Script=Kannada}/u };

describe.each(languages)("in %s", (language) => {
  it.each(templates)("$component says nothing in English", async ({ example }) => {
    if (!example) throw new Error("A template without an example is no template.");
    const { html, text } = await renderBranded(example, brandFor({}, language));
    expect(html).toContain(`lang="${language}"`);
    expect(text).toMatch(letters[codeOf(language)]);
    const said = html.replaceAll(/<!-- -->/g, "");
    // What is given to a template in its reader's language already.
    const given = toReader.flatMap((prop) => Object(example.props)[prop] ?? []).join("\n");
    const looked = english.filter((part) => !given.includes(part));
    expect(looked.filter((part) => said.includes(part) || text.includes(part))).toEqual([]);
  });
});

it("there are many templates, and texts to look for", () => {
  expect(templates.length).toBeGreaterThan(12);
  expect(english.length).toBeGreaterThan(60);
});
