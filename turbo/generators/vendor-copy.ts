import { camelCase, kebabCase, pascalCase } from "./words.ts";

/** How a vendor is called in its files: the model's names are read from them, the new one's follow from its name. */
export interface VendorNames {
  /** Its files and its name in errors: `onesignal`. */
  file: string;
  /** In a registry, and the beginning of its functions: `oneSignal`. */
  constant: string;
  /** The beginning of its types: `OneSignal`. */
  type: string;
  /** As people write it. */
  display: string;
  /** The beginning of its variables: `ONESIGNAL`. */
  variables: string;
}

export function namesOf(display: string): VendorNames {
  const file = kebabCase(display);
  return {
    file,
    constant: camelCase(display),
    type: pascalCase(display),
    display,
    variables: file.toUpperCase().replaceAll("-", "_"),
  };
}

/** @param definition the text of the model's `<file>.vendor.ts`. */
export function modelNames(file: string, definition: string): VendorNames {
  const [, constant] = /export const (\w+) = defineVendor/.exec(definition) ?? [];
  const [, display] = /\bname: "([^"]+)"/.exec(definition) ?? [];
  if (!constant || !display)
    throw new Error(`${file}.vendor.ts does not say \`export const … = defineVendor({ name: "…"\`.`);
  const type = constant.charAt(0).toUpperCase() + constant.slice(1);
  return { file, constant, type, display, variables: file.toUpperCase().replaceAll("-", "_") };
}

/** A file of the model with the new vendor's names; what stays is the model's client, and in a bench its emulator. */
export function copyOf(
  part: "adapter" | "definition" | "bench",
  text: string,
  from: VendorNames,
  to: VendorNames,
): string {
  const kept = keptNames(text);
  const whole = (name: string) => new RegExp(`(?<![\\w"'/@.-])${escaped(name)}(?![\\w"'/-])`, "g");
  let copy = text
    .replaceAll(`"./${from.file}.ts"`, `"./${to.file}.ts"`)
    .replace(new RegExp(`\\b(${from.constant}|${from.type})([A-Z]\\w*)`, "g"), (name, start, rest) =>
      kept.includes(name) ? name : `${start === from.constant ? to.constant : to.type}${rest}`,
    )
    .replace(new RegExp(`(?<![A-Z])${from.variables}(?=_[A-Z])`, "g"), to.variables)
    .replaceAll(`"${from.display}"`, `"${to.display}"`);
  if (part === "adapter")
    copy = outsideImports(copy, (line) => line.replaceAll(`"${from.file}"`, `"${to.file}"`));
  if (part === "definition")
    copy = copy.replace(`const ${from.constant} = defineVendor`, `const ${to.constant} = defineVendor`);
  if (part !== "bench" && !kept.includes(from.display)) copy = copy.replace(whole(from.display), to.display);
  if (part === "bench") return withoutProperty(withoutProperty(copy, "publishedSpec"), "check");
  return part === "definition" ? unasked(copy, to.display) : copy;
}

/** What the model's vendor is asked is nothing that the new one knows; `check` is a definition's last property. */
function unasked(definition: string, display: string): string {
  const because = `no call of ${display} is known yet that changes nothing`;
  return definition
    .replace(
      /\n {2}(?:async )?check(?:: |\()[\s\S]*?\n\}\);\n/,
      `\n  check: { because: "${because}" },\n});\n`,
    )
    .replace(/^import .* from "\.\.\/internal\/http\/(question|call)\.ts";\n/gm, "");
}

const packageImport = /^import (?:type )?([^;]*?) from "(?!\.{1,2}\/)[^"]+";$/gm;

/** What comes from packages keeps its name. */
function keptNames(text: string): string[] {
  return [...text.matchAll(packageImport)].flatMap(([, names = ""]) => names.split(/[^\w]+/));
}

function outsideImports(text: string, change: (line: string) => string): string {
  return text
    .split("\n")
    .map((line) => (/\bfrom "[^"]+";$|^import /.test(line) ? line : change(line)))
    .join("\n");
}

/** Without one property of an object literal, whatever it holds. */
function withoutProperty(text: string, name: string): string {
  const start = text.search(new RegExp(`^ *${name}: \\{`, "m"));
  if (start === -1) return text;
  let depth = 0;
  for (let at = text.indexOf("{", start); at < text.length; at += 1) {
    if (text[at] === "{") depth += 1;
    if (text[at] === "}") depth -= 1;
    if (depth === 0) return text.slice(0, start) + text.slice(at).replace(/^\},?\n/, "");
  }
  throw new Error(`${name} does not end.`);
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
