import { eventSlug } from "../../src/internal/event-slug.ts";
import { cutText } from "../../src/text.ts";
import { type Html, html } from "./html.ts";
import { actingOn, type Workflows } from "./read-workflows.ts";

const ROW = 34;
const WIDTH = 250;
const GAP = 70;

/** Who sends the event, what acts on it, and what that sends in turn: a picture, and the same as a list with links. */
export function graphSection(
  event: string,
  workflows: Workflows,
  hrefOf: (event: string) => string | undefined,
): Html {
  const senders = workflows.senders[event] ?? [];
  const acting = actingOn(workflows, event);
  const next = [...new Set(acting.flatMap(({ emits }) => emits))];
  const edges = acting.flatMap(({ id, emits }) => emits.map((name): [string, string] => [id, name]));
  return html`<section><h2>From event to workflow to event</h2>
<div class="scroll" role="region" aria-label="Graph of ${event}" tabindex="0">${picture(
    [senders, [event], acting.map(({ id }) => id), next],
    [
      senders.map((sender): [string, string] => [sender, event]),
      acting.map(({ id }): [string, string] => [event, id]),
      edges,
    ],
    event,
  )}</div>
<h3>Sent by</h3>${list(
    senders.map((sender) => html`<code>${sender}</code>`),
    "Nobody in this repository.",
  )}
<h3>Acted on by</h3>${list(
    acting.map(({ id, emits, waitsFor }) => {
      const how = waitsFor.includes(event) ? "waits for it" : "is started by it";
      const sends = emits.map((name, index) => html`${index > 0 && ", "}${linked(name, hrefOf(name))}`);
      return html`<code>${id}</code> ${how}${sends.length > 0 && html`, and sends ${sends}`}`;
    }),
    "No workflow.",
  )}</section>`;
}

function list(entries: readonly Html[], otherwise: string): Html {
  return entries.length > 0
    ? html`<ul>${entries.map((entry) => html`<li>${entry}</li>`)}</ul>`
    : html`<p>${otherwise}</p>`;
}

function linked(name: string, href: string | undefined): Html {
  return href ? html`<a href="${href}"><code>${name}</code></a>` : html`<code>${name}</code>`;
}

/** Columns of boxes from left to right, and lines from each column to the next. */
function picture(columns: string[][], edges: [string, string][][], event: string): Html {
  const height = Math.max(...columns.map(({ length }) => length), 1) * ROW;
  const place = (column: number, name: string) => {
    const names = columns[column] ?? [];
    const top = (height - names.length * ROW) / 2;
    return { x: column * (WIDTH + GAP), y: top + names.indexOf(name) * ROW + ROW / 2 };
  };
  const lines = edges.flatMap((pairs, column) =>
    pairs.map(([from, to]) => {
      const [start, end] = [place(column, from), place(column + 1, to)];
      return html`<path d="M${start.x + WIDTH} ${start.y} C${start.x + WIDTH + GAP / 2} ${start.y} ${end.x - GAP / 2} ${end.y} ${end.x} ${end.y}"/>`;
    }),
  );
  const boxes = columns.flatMap((names, column) =>
    names.map((name) => {
      const { x, y } = place(column, name);
      const kind = column % 2 === 1 ? "event" : "function";
      return html`<g class="${kind}"><rect x="${x}" y="${y - 13}" width="${WIDTH}" height="26" rx="${kind === "event" ? 13 : 4}"/><text x="${x + WIDTH / 2}" y="${y + 4}">${cutText(name, 34)}</text></g>`;
    }),
  );
  const width = columns.length * WIDTH + (columns.length - 1) * GAP;
  return html`<svg role="img" aria-label="What causes ${event}, and what follows from it" viewBox="-2 -2 ${width + 4} ${height + 4}" width="${width}" height="${height}">${lines}${boxes}</svg>`;
}

/** From one event's page to another's. */
export function pageOf(
  catalogues: readonly { name: string; find(event: string): unknown }[],
  event: string,
): string | undefined {
  const catalogue = catalogues.find((one) => one.find(event));
  return catalogue && `../${catalogue.name}/${eventSlug(catalogue.name, event)}.html`;
}
