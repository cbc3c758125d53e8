import * as parts from "../../src/internal/compiled/parts.ts";
import * as reports from "../../src/internal/compiled/report.ts";
import type { Compiled } from "./compile.ts";
import { rules } from "./rules.ts";

export type Check = (report: reports.Report, data: unknown) => unknown;

/** The compiled code as a function, with what a module of it imports. */
export function evaluate(compiled: Compiled): Check {
  const byName: Record<string, unknown> = { ...reports, ...parts };
  for (const [rule, { name }] of rules) byName[name] = rule;
  const names = [...compiled.helpers, ...compiled.rules.map(({ name }) => name)];
  const make = new Function(...names, `${compiled.code}\nreturn check;`);
  return make(...names.map((name) => byName[name]));
}
