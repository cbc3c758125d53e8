import { composites } from "../../src/composites.ts";
import { follow, mermaid } from "./mermaid.ts";
import { withExports } from "./package-exports.ts";
import type { App, FunctionNode } from "./read-functions.ts";

/**
 * The generated files: path from the repository's root to content.
 * @param manifest the content of this package's `package.json`, whose exports are written anew
 */
export function pages(apps: App[], functions: FunctionNode[], manifest: string): Map<string, string> {
  const files = new Map<string, string>();
  files.set("packages/workflows/package.json", withExports(manifest));
  files.set("packages/workflows/functions.json", `${JSON.stringify({ functions }, null, 2)}\n`);
  for (const { id, folder } of apps) {
    files.set(
      `docs/workflows/${folder}.md`,
      page(
        id,
        functions.filter(({ app }) => app === id),
      ),
    );
  }
  return files;
}

function page(app: string, functions: FunctionNode[]): string {
  const flows = composites.filter((composite) => composite.app === app);
  return [
    `# Workflows of \`${app}\``,
    "<!-- Written by `pnpm workflows graph`. -->",
    table(functions),
    ...flows.map(({ name, event }) => section(`${name}: \`${event}\``, follow(event, functions))),
    ...functions.map((node) => section(`\`${node.id}\``, [node])),
    "",
  ].join("\n\n");
}

function table(functions: FunctionNode[]): string {
  const rows = functions.map(({ id, source, triggers, emits, retries, retriesReason }) => {
    const starts = triggers.map(({ event, cron }) => `\`${event ?? cron}\``).join(", ");
    const causes = emits.map((name) => `\`${name}\``).join(", ") || "–";
    return `| [\`${id}\`](../../${source}) | ${starts} | ${causes} | ${retriesReason ? `${retries}: ${retriesReason}` : retries} |`;
  });
  return ["| workflow | starts on | emits | retries |", "|---|---|---|---|", ...rows].join("\n");
}

function section(title: string, functions: FunctionNode[]): string {
  return `## ${title}\n\n\`\`\`mermaid\n${mermaid(functions)}\n\`\`\``;
}
