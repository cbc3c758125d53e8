import { type AnyCapability, vendorsOf } from "../capability.ts";

/** The line of `.env.example` below which everything is written from the registries. */
const vendorsHeading =
  "# === vendors: `pnpm --filter @org/integrations env:example` writes what follows from their definitions ===";

const width = 118;

/** A text of `.env.example` with its section of vendors as the capabilities have it. */
export function withVendors(text: string, capabilities: readonly AnyCapability[]): string {
  const [ours, ...rest] = text.split(`${vendorsHeading}\n`);
  if (ours === undefined || rest.length !== 1) {
    throw new Error(`.env.example needs this line once, above its vendors:\n${vendorsHeading}`);
  }
  return `${ours}${vendorsHeading}\n${capabilities.map(sectionOf).join("")}`;
}

/** A variable that two ports read, as an account's key, stands with the last of them. */
function sectionOf(capability: AnyCapability, position: number, all: readonly AnyCapability[]): string {
  const later = new Set(all.slice(position + 1).flatMap(variablesIn));
  const title = `# --- ${capability.name} `.padEnd(width, "-");
  const vendors = vendorsOf(capability).map(({ about, variables }) => {
    const own = Object.entries(variables).filter(([name]) => !later.has(name));
    return `\n${comment(about)}${own.map(([name, schema]) => assignment(name, schema)).join("")}`;
  });
  return `\n${title}\n${comment(capability.about)}${vendors.join("")}`;
}

function variablesIn(capability: AnyCapability): string[] {
  return vendorsOf(capability).flatMap(({ variables }) => Object.keys(variables));
}

function assignment(
  name: string,
  schema: { description?: string | undefined; meta(): object | undefined },
): string {
  const { example } = Object(schema.meta());
  const value = typeof example === "string" ? (/\s/.test(example) ? `"${example}"` : example) : "";
  return `${schema.description ? comment(schema.description) : ""}${name}=${value}\n`;
}

/** Text in lines of a comment. */
function comment(text: string): string {
  const lines = [""];
  for (const word of text.split(" ")) {
    const line = `${lines.at(-1)} ${word}`;
    if (line.length >= width) lines.push(` ${word}`);
    else lines[lines.length - 1] = line;
  }
  return lines.map((line) => `#${line}\n`).join("");
}
