import { composites } from "../../src/composites.ts";
import { follow, mermaid } from "./mermaid.ts";
import { orderStatesPage } from "./order-states-page.ts";
import { outsideEvents } from "./outside-events.ts";
import { withExports } from "./package-exports.ts";
import type { EventNode } from "./read-events.ts";
import type { App, FunctionNode } from "./read-functions.ts";

/**
 * The generated files: path from the repository's root to content.
 * @param manifest the content of this package's `package.json`, whose exports are written anew
 */
export function pages(
  { apps, functions, events }: { apps: App[]; functions: FunctionNode[]; events: EventNode[] },
  manifest: string,
): Map<string, string> {
  const files = new Map<string, string>();
  files.set("packages/workflows/package.json", withExports(manifest));
  files.set(
    "packages/workflows/functions.json",
    `${JSON.stringify({ functions, senders: sendersOf(events) }, null, 2)}\n`,
  );
  files.set("docs/workflows/events.md", eventPage(events));
  files.set("docs/order-states.md", orderStatesPage());
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

/** Commands and workflows by the events that they send. */
function sendersOf(events: EventNode[]): Record<string, string[]> {
  return Object.fromEntries(events.map(({ event, senders }) => [event, senders]));
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

function eventPage(events: EventNode[]): string {
  const catalogues = [...new Set(events.map(({ catalogue }) => catalogue))];
  const list = (names: string[], otherwise = "–") =>
    names.map((name) => `\`${name}\``).join(", ") || otherwise;
  const tables = catalogues.map((name) => {
    const rows = events
      .filter(({ catalogue }) => catalogue === name)
      .map(({ event, senders, consumers }) => {
        const { sender, consumer } = outsideEvents.get(event) ?? {};
        return `| \`${event}\` | ${list(senders, sender)} | ${list(consumers, consumer)} |`;
      });
    return [`## ${name}\n`, "| event | sent by | acted on by |", "|---|---|---|", ...rows].join("\n");
  });
  return [
    "# Who sends each event, and who acts on it",
    "<!-- Written by `pnpm workflows graph`. -->",
    "Commands and workflows by their ids.",
    ...tables,
    "",
  ].join("\n\n");
}
