import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { VendorNames } from "./vendor-copy.ts";

const personalData = "docs/security/personal-data.md";
const forms = "apps/worker/src/env-forms.test.ts";

/** The table's text with a row of the new vendor behind its model's. What it says has to be found out and written there. */
export function withVendorRow(table: string, capability: string, from: VendorNames, to: VendorNames): string {
  const id = `\`${capability}/${to.file}\``;
  if (table.includes(id)) return table;
  const lines = table.split("\n");
  const model = lines.findIndex(
    (line) => line.startsWith("|") && line.includes(`\`${capability}/${from.file}\``),
  );
  const [, , gets = ""] = (lines[model] ?? "").split("|");
  if (gets === "")
    throw new Error(`${personalData} has no row for ${capability}/${from.file}, to stand beside.`);
  const row = `| ${to.display} (${id}) |${gets}| by contract | nothing that we know of |`;
  return lines.toSpliced(model + 1, 0, row).join("\n");
}

/** The list of wrong values with those of the new vendor's variables, as its model's are wrong. */
export function withWrongValues(
  list: string,
  definition: string,
  from: VendorNames,
  to: VendorNames,
): string {
  const names = new Set(definition.match(new RegExp(`\\b(?:[A-Z]+_)*${to.variables}_[A-Z0-9_]+`, "g")));
  const own = list.split("\n").flatMap((line) => {
    const copy = line.replace(from.variables, to.variables);
    const [, name = ""] = /^ {2}([A-Z][A-Z0-9_]*): /.exec(copy) ?? [];
    if (copy === line || list.includes(`  ${name}: `)) return [];
    // The file may name a variable again, further down.
    return names.delete(name) ? [copy] : [];
  });
  return own.length === 0
    ? list
    : list.replace(/^const wrong.*\n/m, (first) => `${first}${own.join("\n")}\n`);
}

/** Writes the new vendor into the lists that name every vendor and every variable. */
export function listVendor(root: string, capability: string, from: VendorNames, to: VendorNames): string {
  const definition = join(root, "packages/integrations/src", capability, `${to.file}.vendor.ts`);
  change(join(root, personalData), (text) => withVendorRow(text, capability, from, to));
  change(join(root, forms), (text) => withWrongValues(text, readFileSync(definition, "utf8"), from, to));
  return `${personalData}, ${forms}: ${to.display}`;
}

function change(path: string, to: (text: string) => string): void {
  writeFileSync(path, to(readFileSync(path, "utf8")));
}
