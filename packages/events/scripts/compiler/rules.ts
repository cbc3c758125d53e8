import * as mohallaMart from "../../src/internal/rules/mohallamart.ts";
import * as tenOcean from "../../src/internal/rules/ten-ocean.ts";
import * as money from "../../src/money.ts";
import type { Source } from "./code.ts";

/** The files without zod, by their path in `dist`, whose functions contracts may use as rules. */
const modules = new Map<string, Readonly<Record<string, unknown>>>([
  ["internal/rules/mohallamart.js", mohallaMart],
  ["internal/rules/ten-ocean.js", tenOcean],
  ["money.js", money],
]);

export const rules: ReadonlyMap<unknown, Source> = new Map(
  [...modules].flatMap(([module, functions]) =>
    Object.entries(functions).map(([name, rule]) => [rule, { module, name }] as const),
  ),
);
