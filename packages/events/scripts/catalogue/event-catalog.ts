import type { EventCatalogue } from "../../src/internal/catalogue.ts";
import type { EventDefinition } from "../../src/internal/define-event.ts";
import { eventSlug } from "../../src/internal/event-slug.ts";
import { toJsonSchema } from "../../src/internal/schemas/json-schema.ts";
import { actingOn, type Workflows } from "./read-workflows.ts";

/**
 * The files of an EventCatalog (eventcatalog.dev): a folder for each event, a service for each catalogue and a team for
 * each owner, as its own linter wants them.
 */
export function eventCatalogFiles(
  catalogues: readonly EventCatalogue[],
  workflows: Workflows,
): Map<string, string> {
  const files = new Map<string, string>();
  for (const owner of ownersOf(catalogues.flatMap(({ definitions }) => definitions))) {
    files.set(`eventcatalog/teams/${owner}.mdx`, teamPage(owner));
  }
  for (const catalogue of catalogues) {
    files.set(`eventcatalog/services/${catalogue.name}/index.mdx`, servicePage(catalogue, workflows));
    for (const definition of catalogue.definitions) {
      const slug = eventSlug(catalogue.name, definition.event);
      const folder = `eventcatalog/services/${catalogue.name}/events/${slug}`;
      files.set(`${folder}/index.mdx`, eventPage(definition));
      files.set(
        `${folder}/schema.json`,
        `${JSON.stringify(toJsonSchema(definition.schema, "input"), null, 2)}\n`,
      );
    }
  }
  return files;
}

function servicePage(
  { name, title, description, definitions }: EventCatalogue,
  workflows: Workflows,
): string {
  const message = ({ event, version }: EventDefinition) => ({ id: event, version: semverOf(version) });
  const sent = definitions.filter(({ event }) => (workflows.senders[event] ?? []).length > 0);
  const received = definitions.filter(({ event }) => actingOn(workflows, event).length > 0);
  return mdx(
    {
      ...{ id: name, name: title, version: "1.0.0", summary: description, owners: ownersOf(definitions) },
      sends: sent.map(message),
      receives: received.map(message),
    },
    "<NodeGraph />",
  );
}

function ownersOf(definitions: readonly EventDefinition[]): string[] {
  return [...new Set(definitions.map(({ owner }) => owner))].sort();
}

function teamPage(owner: string): string {
  return mdx(
    { id: owner, name: owner, summary: `Answers for the events of ${owner}.` },
    `Everything that ${owner} owns.`,
  );
}

/** EventCatalog orders versions as semver does: `2026-11-01.02` is its `2026.1101.2`. */
function semverOf(version: string): string {
  const [year, month, day, number] = version.split(/[-.]/).map(Number);
  return [year, Number(month) * 100 + Number(day), number].join(".");
}

function eventPage({ event, version, summary, owner, category, deprecation }: EventDefinition): string {
  const { sunset, replacedBy, deprecated } = deprecation ?? {};
  const ends = [sunset && `May be sent until ${sunset}.`, replacedBy && `Use ${replacedBy} instead.`];
  const described = {
    ...{
      id: event,
      name: event,
      version: semverOf(version),
      summary,
      schemaPath: "schema.json",
      owners: [owner],
    },
    badges: [version, category].map((content) => ({ content, backgroundColor: "blue", textColor: "blue" })),
    ...(deprecated ? { deprecated: { date: deprecated, message: ends.filter(Boolean).join(" ") } } : {}),
  };
  return mdx(described, '<SchemaViewer file="schema.json" />\n\n<NodeGraph />');
}

/** JSON is YAML, line by line: no text needs another quoting. */
function mdx(frontmatter: Record<string, unknown>, content: string): string {
  const lines = Object.entries(frontmatter).map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
  return `---\n${lines.join("\n")}\n---\n\n${content}\n`;
}
