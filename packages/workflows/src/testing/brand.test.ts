import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { brandOf, money } from "../mohallamart/brand.ts";
import { renderBranded } from "../mohallamart/brand-context.tsx";
import { mohallaMartFunctions, mohallaMartInngest } from "../mohallamart/index.ts";
import type { MohallaMartPorts } from "../mohallamart/ports.ts";
import { emailTemplates } from "./email-templates.ts";

const sources = join(import.meta.dirname, "..");
const brand = brandOf({
  brand: {
    name: "Kiezmarkt",
    locale: "en-DE",
    currency: "EUR",
    timeZone: "Europe/Berlin",
    country: "Germany",
  },
});
const templates = (await emailTemplates((file) => import(file))).filter(({ name }) =>
  name.startsWith("mohallamart/"),
);

it.each(templates)("speaks in the brand's name in $component", async ({ example }) => {
  if (!example) throw new Error("A template without an example is no template.");
  const { html, text } = await renderBranded(example, brand);
  expect(text).toContain("Kiezmarkt");
  expect(html).toContain('lang="en-DE"');
  expect(html).not.toContain("MohallaMart");
});

it("writes amounts in the brand's currency", () => {
  expect(money(1250, brandOf())).toBe("₹1,250.00");
  expect(money(1250, brand)).toBe("€1,250.00");
});

/** Guarantee: creating a workflow only takes its ports out of this object and calls none of them. */
function withoutPorts(given: Pick<MohallaMartPorts, "inngest" | "brand">): MohallaMartPorts {
  return given as MohallaMartPorts;
}

it("keeps every schedule in the brand's time zone", () => {
  const crons = mohallaMartFunctions(withoutPorts({ inngest: mohallaMartInngest(), brand }))
    .flatMap(({ opts }): unknown[] => opts.triggers ?? [])
    .flatMap((trigger) => Object(trigger).cron ?? []);
  expect(crons).toHaveLength(7);
  for (const cron of crons) expect(cron).toMatch(/^TZ=Europe\/Berlin /);
});

describe.each([
  ["mohallamart", /\bMohallaMart\b|"INR"|"en-IN"|₹|Asia\/Kolkata|\+05:30/],
  ["ten-ocean", /10 Ocean/],
])("%s", (product, own) => {
  const files = globSync("**/*.{ts,tsx}", { cwd: join(sources, product) }).filter(
    (file) => file !== "brand.ts" && !/\.(test|scenario)\./.test(file),
  );

  it.each(files)("says what is the brand's in brand.ts alone, not in %s", (file) => {
    const [code = ""] = readFileSync(join(sources, product, file), "utf8").split(".PreviewProps = ");
    const lines = code.split("\n").filter((line) => !/^\s*(\/\*\*|\*|\/\/)/.test(line));
    expect(lines.filter((line) => own.test(line))).toEqual([]);
  });
});
