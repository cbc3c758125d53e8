import { describe, expect, it } from "vitest";
import { catalogues } from "../../src/catalogues.ts";
import { fieldReaders } from "../../src/internal/release/field-readers.ts";
import {
  earlierVersion,
  orderCreated,
  versionedCatalogue,
} from "../../src/internal/testing/versioned-events.ts";
import { mohallaMartCatalogue } from "../../src/mohallamart.ts";
import { eventPage } from "./event-page.ts";
import { html } from "./html.ts";
import type { Workflows } from "./read-workflows.ts";
import { catalogueSite, compiledModules } from "./site.ts";

const workflows: Workflows = {
  functions: [
    {
      ...{
        id: "notify-shopkeeper",
        app: "mohallamart",
        waitsFor: [],
        emits: ["notification.emailRequested"],
      },
      triggers: [{ event: "order.created" }],
    },
  ],
  senders: { "order.created": ["place-order"] },
};
const readers = fieldReaders([
  { readers: { "notify-shopkeeper": { "order.created": ["items[].quantity"] } } },
]);
const known = { catalogues, workflows, readers };

describe("an event's page", () => {
  const page = eventPage(versionedCatalogue, orderCreated, { ...known, catalogues: [versionedCatalogue] });

  it("shows each version beside the one before, what changed, and its sunset", () => {
    expect(page).toContain(`${earlierVersion} beside 2026-11-01.01`);
    expect(page).toMatch(
      /items\[\]\.price<\/code><\/td><td>[^<]+<\/td><td>–<\/td><td><strong class="removed">/,
    );
    expect(page).toMatch(/<code>total<\/code><\/td><td>–<\/td><td>[^<]+<\/td><td><strong class="added">/);
    expect(page).toContain("may be sent until 2027-03-31");
  });

  it("names who reads a field, who sends it and what follows", () => {
    expect(page).toMatch(/items\[\]\.quantity<\/code>.*?<td>notify-shopkeeper<\/td>/);
    expect(page).toMatch(/<code>total<\/code>.*?<td>nobody<\/td>/);
    expect(page).toContain("<code>place-order</code>");
    expect(page).toMatch(
      /notify-shopkeeper<\/code> is started by it, and sends <code>notification.emailRequested/,
    );
  });

  it("marks personal data and links to the events that follow", () => {
    const created = mohallaMartCatalogue.get("user.created");
    expect(eventPage(mohallaMartCatalogue, created, known)).toContain(
      '<strong class="personal">email</strong>',
    );
    expect(eventPage(mohallaMartCatalogue, mohallaMartCatalogue.get("order.created"), known)).toContain(
      'href="../mohallamart/notification-email-requested.html"',
    );
  });
});

describe("the site", () => {
  it("has a page, a compiled contract and an EventCatalog entry for every event, and asks nobody for anything", async () => {
    const files = await catalogueSite(known, compiledModules(catalogues));
    const paths = [...files.keys()];
    const events = catalogues.flatMap(({ definitions }) => definitions);
    expect(paths.filter((path) => /^[a-z-]+\/[a-z-]+\.html$/.test(path))).toHaveLength(events.length);
    expect(paths.filter((path) => path.endsWith("schema.json"))).toHaveLength(events.length);
    expect(paths).toContain("asyncapi/mohallamart.json");
    for (const { event } of events) expect(files.get("try.js")).toContain(JSON.stringify(event));
    const pages = [...files].filter(([path]) => /\.(html|css)$/.test(path));
    for (const [path, content] of pages)
      expect(content, path).not.toMatch(/(?:src|href)="(?:https?:)?\/\/|@import|url\(/);
  });
});

it("escapes what is put into HTML, and only that", () => {
  expect(html`<p>${"<b>&\"'"}${html`<i>${1}</i>`}${false}${undefined}${["a", "<"]}</p>`.html).toBe(
    "<p>&#60;b&#62;&#38;&#34;&#39;<i>1</i>a&#60;</p>",
  );
});
