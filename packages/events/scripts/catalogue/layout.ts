import { type Html, html } from "./html.ts";

interface Page {
  title: string;
  /** From the page to the site's root: empty, or `../`. */
  root: string;
  /** Beside `script.js`, which every page has. */
  scripts?: readonly string[];
  body: Html;
}

/** A whole document. It asks no other host for anything, and works from a folder as from a server. */
export function document({ title, root, scripts = [], body }: Page): string {
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} · Event catalogue</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${root}style.css">
</head>
<body>
<a class="skip" href="#main">To the content</a>
<header><a href="${root}index.html">Event catalogue</a></header>
<main id="main">
${body}
</main>
<footer>Written from the contracts by <code>pnpm catalogue</code>.</footer>
${scripts.map((script) => html`<script src="${root}${script}" defer></script>\n`)}</body>
</html>
`;
  return page.html;
}

/** A table that scrolls by itself where the screen is narrow. */
export function table(name: string, heading: readonly string[], rows: readonly (readonly Html[])[]): Html {
  return html`<div class="scroll" role="region" aria-label="${name}" tabindex="0"><table>
<thead><tr>${heading.map((cell) => html`<th scope="col">${cell}</th>`)}</tr></thead>
<tbody>${rows.map((row) => html`<tr>${row.map((cell) => html`<td>${cell}</td>`)}</tr>\n`)}</tbody>
</table></div>`;
}
