/** Text that is HTML already. */
export interface Html {
  readonly html: string;
}

type Part = string | number | undefined | false | Html | readonly Part[];

/** HTML with everything escaped that is put into it; `false` and nothing at all leave no trace. */
export function html(texts: TemplateStringsArray, ...parts: Part[]): Html {
  return { html: texts.reduce((all, text, index) => all + rendered(parts[index - 1]) + text) };
}

function rendered(part: Part): string {
  if (part === undefined || part === false) return "";
  if (typeof part === "string") return escaped(part);
  if (typeof part === "number") return String(part);
  return "html" in part ? part.html : part.map(rendered).join("");
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
