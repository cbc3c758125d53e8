import type { EventCatalogue } from "../../src/internal/catalogue.ts";
import type { EventDefinition } from "../../src/internal/define-event.ts";
import type { FieldReaders } from "../../src/internal/release/field-readers.ts";
import { describeFields } from "../../src/internal/schemas/describe-fields.ts";
import { toJsonSchema } from "../../src/internal/schemas/json-schema.ts";
import { graphSection, pageOf } from "./graph.ts";
import { type Html, html } from "./html.ts";
import { document, table } from "./layout.ts";
import type { Workflows } from "./read-workflows.ts";
import { versionsSection } from "./versions.ts";

export interface Known {
  catalogues: readonly EventCatalogue[];
  workflows: Workflows;
  readers?: FieldReaders | undefined;
}

/** One event: what it means, its fields and who reads them, versions, examples, graph, and a form to try it with. */
export function eventPage(catalogue: EventCatalogue, definition: EventDefinition, known: Known): string {
  const { event, summary, category, kind, owner, version } = definition;
  const facts = { Category: category, Kind: kind, Owner: owner, Version: version, Id: idOf(definition) };
  const body = html`<p class="crumb">${catalogue.title}</p>
<h1><code>${event}</code></h1>
<p>${summary}</p>
${deprecationOf(definition, known)}
<dl>${Object.entries(facts).map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>
<section><h2>Fields</h2>${fieldTable(definition, known.readers)}</section>
${versionsSection(definition)}
${graphSection(event, known.workflows, (name) => pageOf(known.catalogues, name))}
${tryForm(definition)}`;
  return document({ title: event, root: "../", scripts: ["try.js"], body });
}

function idOf({ event, key, revision }: EventDefinition): string {
  const parts = [...(key ?? []), ...(revision ? [revision] : [])];
  return key ? [event, ...parts.map((field) => `{${field}}`)].join(":") : "given by the sender or the outbox";
}

function deprecationOf({ deprecation }: EventDefinition, { catalogues }: Known): Html | undefined {
  if (!deprecation) return undefined;
  const { deprecated, sunset, replacedBy } = deprecation;
  const page = replacedBy && pageOf(catalogues, replacedBy);
  return html`<p class="notice">Deprecated since ${deprecated}${sunset && html`, may be sent until ${sunset}`}.${
    replacedBy && html` Use ${page ? html`<a href="${page}">${replacedBy}</a>` : replacedBy} instead.`
  }</p>`;
}

function fieldTable({ event, schema, examples }: EventDefinition, readers: FieldReaders | undefined): Html {
  const rows = describeFields(toJsonSchema(schema, "input")).map(
    ({ path, type, required, limits, personal, description }) => [
      html`<code>${path}</code>`,
      html`<code>${type}</code>${!required && " optional"}`,
      html`${personal && html`<strong class="personal">${personal}</strong>`}`,
      html`${readers ? readers.of(event, path).join(", ") || "nobody" : "not recorded"}`,
      html`${[description, limits].filter(Boolean).join(". ")}`,
      html`${exampleAt(examples, path)}`,
    ],
  );
  const heading = ["Field", "Type", "Personal data", "Read by", "Meaning and limits", "Example"];
  return table(`Fields of ${event}`, heading, rows);
}

/** The first example that has the field. */
function exampleAt(examples: readonly unknown[], path: string): string | undefined {
  for (const example of examples) {
    const value = path
      .split(".")
      .reduce<unknown>(
        (at, key) => (key.endsWith("[]") ? Object(at)[key.slice(0, -2)]?.[0] : Object(at)[key]),
        example,
      );
    if (value !== undefined && typeof value !== "object") return JSON.stringify(value);
  }
  return undefined;
}

function tryForm({ event, examples }: EventDefinition): Html {
  const texts = examples.map((example) => JSON.stringify(example, null, 2));
  return html`<section><h2>Examples, and try it</h2>
<form id="try" data-event="${event}">
<label for="example">Begin with</label>
<select id="example">${texts.map((text, index) => html`<option value="${text}">Example ${index + 1}</option>`)}</select>
<label for="data">Data</label>
<textarea id="data" rows="14" spellcheck="false" autocapitalize="off" aria-describedby="verdict">${texts[0]}</textarea>
<div id="verdict" role="status"></div>
<button type="submit">Emit to the local engine</button>
<p id="sent" role="status"></p>
</form></section>`;
}
