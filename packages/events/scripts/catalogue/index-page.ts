import type { EventCatalogue } from "../../src/internal/catalogue.ts";
import type { EventDefinition } from "../../src/internal/define-event.ts";
import { eventSlug } from "../../src/internal/event-slug.ts";
import { describeFields } from "../../src/internal/schemas/describe-fields.ts";
import { toJsonSchema } from "../../src/internal/schemas/json-schema.ts";
import { type Html, html } from "./html.ts";
import { document } from "./layout.ts";

/** All catalogues, with a search over names, words and fields of every event. */
export function indexPage(catalogues: readonly EventCatalogue[]): string {
  const count = catalogues.reduce((sum, { definitions }) => sum + definitions.length, 0);
  const body = html`<h1>Event catalogue</h1>
<search><label for="query">Find an event</label>
<input id="query" type="search" autocomplete="off" placeholder="order, refund, items[].quantity">
<p id="found" role="status">${count} events</p></search>
${catalogues.map(section)}`;
  return document({ title: "All events", root: "", scripts: ["search.js"], body });
}

function section({ name, title, description, definitions }: EventCatalogue): Html {
  return html`<section><h2>${title}</h2><p>${description}</p>
<p class="exports"><a href="asyncapi/${name}.json">AsyncAPI 3.0</a> · EventCatalog: <code>eventcatalog/services/${name}</code></p>
<ul class="events">${definitions.map((definition) => entry(name, definition))}</ul></section>`;
}

function entry(catalogue: string, definition: EventDefinition): Html {
  const { event, summary, category, owner, kind, version, deprecation } = definition;
  const fields = describeFields(toJsonSchema(definition.schema, "input")).map(({ path }) => path);
  const words = [event, summary, category, owner, kind, ...fields].join(" ").toLowerCase();
  return html`<li data-words="${words}"><a href="${catalogue}/${eventSlug(catalogue, event)}.html"><code>${event}</code></a>
<span class="meta">${kind} · ${owner} · ${version}${deprecation && html` · <strong>deprecated</strong>`}</span>
<p>${summary}</p></li>\n`;
}
