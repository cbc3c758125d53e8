import * as checks from "../../src/internal/compiled/checks.ts";
import * as openChecks from "../../src/internal/compiled/open-checks.ts";
import * as openQuickChecks from "../../src/internal/compiled/open-quick-checks.ts";
import type { Quick } from "../../src/internal/compiled/quick-checks.ts";
import * as quickChecks from "../../src/internal/compiled/quick-checks.ts";
import type { Check } from "../../src/internal/compiled/report.ts";
import { isStorable } from "../../src/text.ts";
import type { Compiled } from "./compile.ts";
import { rules } from "./rules.ts";

/** The compiled code as a function, with what a module of it imports. */
export function evaluate(compiled: Compiled): Check {
  return made(compiled, { ...checks, ...openChecks });
}

export function evaluateQuick(compiled: Compiled): Quick {
  return made(compiled, { ...quickChecks, ...openQuickChecks, isStorable });
}

function made<Made>(compiled: Compiled, helpers: Readonly<Record<string, unknown>>): Made {
  const byName = { ...helpers };
  for (const [rule, { name }] of rules) byName[name] = rule;
  const names = [...compiled.helpers, ...compiled.rules.map(({ name }) => name)];
  const make = new Function(...names, `return ${compiled.code};`);
  return make(...names.map((name) => byName[name]));
}
