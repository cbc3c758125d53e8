import { spawnSync } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { catalogues } from "../../src/catalogues.ts";
import { ownHome } from "../../src/internal/cli/home.ts";
import { fieldReaders } from "../../src/internal/release/field-readers.ts";
import {
  earlierVersion,
  orderCreated,
  versionedCatalogue,
} from "../../src/internal/testing/versioned-events.ts";
import { mohallaMartCatalogue } from "../../src/mohallamart.ts";
import { eventCatalogFiles } from "./event-catalog.ts";
import { eventPage } from "./event-page.ts";
import { html } from "./html.ts";
import { readWorkflows, type Workflows } from "./read-workflows.ts";
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

describe("the export to EventCatalog", () => {
  const linter = join(
    dirname(createRequire(import.meta.url).resolve("@eventcatalog/linter")),
    "cli/index.js",
  );

  /** What EventCatalog's own linter says of files. */
  async function lint(files: ReadonlyMap<string, string>): Promise<{ status: number | null; said: string }> {
    const folder = await mkdtemp(join(tmpdir(), "eventcatalog-"));
    onTestFinished(() => rm(folder, { recursive: true }));
    for (const [path, content] of files) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), content);
    }
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [linter, "--fail-on-warning", join(folder, "eventcatalog")],
      { encoding: "utf8" },
    );
    return { status, said: stdout + stderr };
  }

  it("is one that EventCatalog's own linter has nothing to say against", async () => {
    const files = eventCatalogFiles(catalogues, await readWorkflows(ownHome.functions));
    const { status, said } = await lint(files);
    const pages = [...files.keys()].filter((path) => path.endsWith(".mdx"));
    expect(said).toContain(`${pages.length} files checked`);
    expect({ status, said }).toEqual({ status: 0, said: expect.stringContaining("No problems found") });
    const service = "eventcatalog/services/mohallamart/index.mdx";
    files.set(service, files.get(service)?.replaceAll("order.created", "order.lost") ?? "");
    expect((await lint(files)).said).toContain("order.lost");
  });

  it("keeps the order of versions, and says each as the contract does", () => {
    const page = (version: string) =>
      eventCatalogFiles([withVersion(version)], workflows).get(
        "eventcatalog/services/mohallamart/events/order-created/index.mdx",
      );
    expect(page("2026-11-01.01")).toContain('version: "2026.1101.1"');
    expect(page("2026-11-01.01")).toContain('"content":"2026-11-01.01"');
    expect(page("2027-02-28.12")).toContain('version: "2027.228.12"');
  });

  function withVersion(version: string) {
    const definition = { ...mohallaMartCatalogue.get("order.created"), version };
    return { ...mohallaMartCatalogue, definitions: [definition] };
  }
});

it("escapes what is put into HTML, and only that", () => {
  expect(html`<p>${"<b>&\"'"}${html`<i>${1}</i>`}${false}${undefined}${["a", "<"]}</p>`.html).toBe(
    "<p>&#60;b&#62;&#38;&#34;&#39;<i>1</i>a&#60;</p>",
  );
});
