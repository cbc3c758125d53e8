import * as checks from "../../src/internal/compiled/checks.ts";
import * as openChecks from "../../src/internal/compiled/open-checks.ts";
import type { Check } from "../../src/internal/compiled/report.ts";
import type { Compiled } from "./compile.ts";
import { rules } from "./rules.ts";

/** The compiled code as a function, with what a module of it imports. */
export function evaluate(compiled: Compiled): Check {
  const byName: Record<string, unknown> = { ...checks, ...openChecks };
  for (const [rule, { name }] of rules) byName[name] = rule;
  const names = [...compiled.helpers, ...compiled.rules.map(({ name }) => name)];
  const make = new Function(...names, `return ${compiled.code};`);
  return make(...names.map((name) => byName[name]));
}
