import type { EventCatalogue } from "../catalogue.ts";
import type { Deprecation, EventDefinition } from "../define-event.ts";
import { eventSlug } from "../event-slug.ts";
import type { PreviousVersion } from "../previous-version.ts";
import type { Consumer } from "../release/consumers.ts";
import type { FieldReaders } from "../release/field-readers.ts";
import { describeFields } from "../schemas/describe-fields.ts";
import { toJsonSchema } from "../schemas/json-schema.ts";

const generated = "<!-- Generated from the event definitions: pnpm --filter @org/events run docs -->\n";

const standardFieldsNote =
  "`occurredAt` is filled in by the emitter; `correlationId` and `causationId` are carried on by `create(data, { cause })`.";

/** The catalogue's front page. */
export function indexPage(catalogues: readonly EventCatalogue[]): string {
  const rows = catalogues.map(({ name, title, description, definitions }) => [
    `[${title}](${name}/README.md)`,
    String(definitions.length),
    description,
  ]);
  return page("Event catalogue", [table(["Catalogue", "Events", "About"], rows)]);
}

/** All events of one catalogue, by category. */
export function cataloguePage({ title, name, description, definitions }: EventCatalogue): string {
  const sections = [...new Set(definitions.map(({ category }) => category))].flatMap((category) => {
    const rows = definitions
      .filter((definition) => definition.category === category)
      .map(({ event, kind, owner, version, summary }) => [link(name, event), kind, owner, version, summary]);
    return [`## ${category}`, table(["Event", "Kind", "Owner", "Version", "When and what for"], rows)];
  });
  const imports = `Import from \`@org/events/${name}\`, or one event from \`@org/events/${name}/<event>\`.`;
  return page(title, [description, imports, ...sections]);
}

/** One event: purpose, fields, versions, examples, consumers. */
export function eventPage(
  catalogue: EventCatalogue,
  definition: EventDefinition,
  consumers: readonly Consumer[] | undefined,
  readers?: FieldReaders,
): string {
  const { event, summary, examples, deprecation } = definition;
  const notice =
    deprecation &&
    `> Deprecated since ${deprecation.deprecated}${untilAndInstead(catalogue.name, deprecation)}`;
  return page(`\`${event}\``, [
    `[${catalogue.title}](README.md)`,
    summary,
    ...(notice ? [notice] : []),
    table(["", ""], facts(definition)),
    "## Data",
    fieldTable(definition, readers),
    standardFieldsNote,
    "## Versions",
    versionTable(definition),
    "## Examples",
    ...examples.map((example) => `\`\`\`json\n${JSON.stringify(example, null, 2)}\n\`\`\``),
    "## Consumers",
    consumerList(consumers),
  ]);
}

function page(title: string, blocks: readonly string[]): string {
  return `${generated}\n# ${title}\n\n${blocks.join("\n\n")}\n`;
}

function link(catalogue: string, event: string): string {
  return `[\`${event}\`](${eventSlug(catalogue, event)}.md)`;
}

function untilAndInstead(catalogue: string, { sunset, replacedBy }: Deprecation): string {
  const until = sunset ? `, may be sent until ${sunset}` : "";
  return replacedBy ? `${until}; use ${link(catalogue, replacedBy)} instead.` : `${until}.`;
}

function facts({ event, category, kind, owner, version, key, revision }: EventDefinition): string[][] {
  const id =
    key && [event, ...key.map((field) => `{${field}}`), ...(revision ? [`{${revision}}`] : [])].join(":");
  return [
    ["Category", category],
    ["Kind", kind],
    ["Owner", owner],
    ["Version", version],
    ["Id", id ? `\`${id}\`` : "given by the sender, or the outbox row's"],
  ];
}

function fieldTable({ event, schema }: EventDefinition, readers: FieldReaders | undefined): string {
  const rows = describeFields(toJsonSchema(schema, "input")).map((field) => [
    `\`${field.path}\``,
    `\`${field.type}\``,
    field.required ? "yes" : "",
    field.personal ?? "",
    ...(readers ? [readersOf(readers.of(event, field.path))] : []),
    [field.description, field.limits && `\`${field.limits}\``].filter(Boolean).join(". "),
  ]);
  const readBy = readers ? ["Read by"] : [];
  return table(["Field", "Type", "Required", "Personal data", ...readBy, "Notes"], rows);
}

function readersOf(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(", ") || "nobody";
}

function versionTable(definition: EventDefinition): string {
  const rows = [[definition.version, "latest", ""]];
  for (
    let previous: PreviousVersion | undefined = definition.previous;
    previous;
    previous = previous.previous
  ) {
    const fields = Object.keys(previous.schema.shape).map((field) => `\`${field}\``);
    rows.push([
      previous.version,
      previous.sunset ? `sent until ${previous.sunset}` : "read",
      fields.join(", "),
    ]);
  }
  return table(["Version", "State", "Fields"], rows);
}

function consumerList(consumers: readonly Consumer[] | undefined): string {
  if (!consumers) return "Not known yet: `pnpm workflows graph` writes the list of workflows.";
  if (consumers.length === 0) return "No workflow is triggered by it or waits for it.";
  return consumers.map(({ workflow, how }) => `- \`${workflow}\` ${how} it`).join("\n");
}

function table(heading: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(heading), line(heading.map(() => "---")), ...rows.map(line)].join("\n");
}
