import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { catalogues } from "../src/catalogues.ts";
import { packageFolder, packageVersion } from "../src/internal/cli/package-folder.ts";
import type { EventDefinition } from "../src/internal/define-event.ts";
import { eventSlug } from "../src/internal/event-slug.ts";
import { asyncApiDocument } from "../src/internal/schemas/async-api.ts";
import { toJsonSchema } from "../src/internal/schemas/json-schema.ts";
import { assertFolders } from "./catalogue-folders.ts";

const folder = join(packageFolder, "dist/exports");
const drafts = { "2020-12": "draft-2020-12", "draft-07": "draft-07" } as const;

/** Every version of an event, the latest also under the name `latest`. */
function versionsOf({ version, schema, previous }: EventDefinition) {
  const versions = [
    { name: "latest", schema },
    { name: version, schema },
  ];
  for (let earlier = previous; earlier; earlier = earlier.previous) {
    versions.push({ name: earlier.version, schema: earlier.schema as EventDefinition["schema"] });
  }
  return versions;
}

async function writeJson(path: string, content: unknown): Promise<void> {
  const file = join(folder, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, `${JSON.stringify(content, null, 2)}\n`);
}

await assertFolders(join(packageFolder, "src"), catalogues);

for (const catalogue of catalogues) {
  await writeJson(`asyncapi/${catalogue.name}.json`, asyncApiDocument(catalogue, packageVersion()));
  for (const definition of catalogue.definitions) {
    for (const { name, schema } of versionsOf(definition)) {
      for (const [draft, target] of Object.entries(drafts)) {
        const path = `schemas/${draft}/${catalogue.name}/${eventSlug(catalogue.name, definition.event)}/${name}.json`;
        const described = { title: definition.event, description: definition.summary };
        await writeJson(path, { ...described, ...toJsonSchema(schema, "input", target) });
      }
    }
  }
}

const definitions = catalogues.flatMap((catalogue) => [...catalogue.definitions]);
/** Every event has to say when it happened; an example says it of no day in particular. */
const occurredAt = "2026-11-02T04:30:00.000Z";

/** What the local engine offers when somebody sends an event by hand: each event's examples, by name, whole. */
await writeJson(
  "examples.json",
  Object.fromEntries(
    definitions.map(({ event, examples }) => [event, examples.map((each) => ({ ...each, occurredAt }))]),
  ),
);

/** By what it checks them, by name. */
await writeJson(
  "schemas.json",
  Object.fromEntries(
    definitions.map(({ event, schema }) => [event, toJsonSchema(schema, "input", drafts["2020-12"])]),
  ),
);
