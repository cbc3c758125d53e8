import { html, raw } from "hono/html";
import type { HtmlEscapedString } from "hono/utils/html";
import { style } from "./style.ts";

export type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

export interface Link {
  label: string;
  href: string;
  isCurrent: boolean;
}

export interface DocumentView {
  title: string;
  /** Address of the page's own script. */
  script: string;
  /** Within this page. */
  links: readonly Link[];
  main: Html;
}

/** What both pages have around them. */
export function document({ title, script, links, main }: DocumentView): Html {
  const isVendors = title === vendorsTitle;
  const pages = [
    { label: "Messages", href: "/", isCurrent: !isVendors },
    { label: vendorsTitle, href: "/vendors", isCurrent: isVendors },
  ];
  return html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>${title}</title>
    <style>${raw(style)}</style>
    <script src="${script}" defer></script>
  </head>
  <body>
    <header>
      <h1>${title}</h1>
      ${links.length > 0 ? html`<nav id="channels" aria-label="Channels">${links.map(anchor)}</nav>` : ""}
      <nav class="pages" aria-label="Pages">${pages.map(anchor)}</nav>
    </header>
    ${main}
  </body>
</html>`;
}

export const vendorsTitle = "Vendors";

function anchor({ label, href, isCurrent }: Link): Html {
  return html`<a href="${href}" ${isCurrent ? raw('aria-current="page"') : ""}>${label}</a>`;
}
