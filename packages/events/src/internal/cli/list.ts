import type { Command } from "commander";
import type { EventDefinition } from "../define-event.ts";
import { findCatalogue } from "./catalogues.ts";
import { type CliContext, CommandError } from "./context.ts";
import { table } from "./table.ts";

interface ListOptions {
  catalogue?: string;
  category?: string;
  json?: boolean;
}

export function addListCommand(program: Command, context: CliContext): void {
  program
    .command("list")
    .description("every event with its version, kind and owner")
    .option("--catalogue <name>", "only the events of this catalogue")
    .option("--category <name>", "only this category")
    .option("--json", "print JSON")
    .action((options: ListOptions) => list(context, options));
}

function list(context: CliContext, { catalogue, category, json }: ListOptions): void {
  const searched = catalogue ? [findCatalogue(context, catalogue)] : context.catalogues;
  const known = new Set(searched.flatMap(({ definitions }) => definitions.map((one) => one.category)));
  if (category !== undefined && !known.has(category))
    throw new CommandError(
      `there is no category ${JSON.stringify(category)}: it is ${[...known].join(", ")}`,
    );
  const events = searched.flatMap(({ name, definitions }) =>
    definitions
      .filter((definition) => !category || definition.category === category)
      .map(({ event, version, kind, owner, summary, ...rest }) => ({
        ...{ catalogue: name, event, version, category: rest.category, kind, owner, summary },
        ...(rest.deprecation ? { deprecation: rest.deprecation } : {}),
      })),
  );
  context.print(json ? JSON.stringify(events, null, 2) : asTable(events));
}

function asTable(
  events: readonly Pick<EventDefinition, "event" | "version" | "kind" | "owner" | "summary">[],
): string {
  const rows = events.map(({ event, version, kind, owner, summary }) => [
    event,
    version,
    kind,
    owner,
    summary,
  ]);
  return table(["EVENT", "VERSION", "KIND", "OWNER", "WHEN AND WHAT FOR"], rows);
}
