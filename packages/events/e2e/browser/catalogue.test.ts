import { type DevServer, startDevServer } from "@org/local-engine";
import { findingsInBothThemes } from "@org/tooling/accessibility";
import { launchChromium, openTab } from "@org/tooling/chromium";
import type { Browser, BrowserContextOptions } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { readWorkflows } from "../../scripts/catalogue/read-workflows.ts";
import { type CatalogueServer, serveCatalogue } from "../../scripts/catalogue/serve.ts";
import { catalogueSite, compiledModules } from "../../scripts/catalogue/site.ts";
import { catalogues } from "../../src/catalogues.ts";
import { ownHome } from "../../src/internal/cli/home.ts";
import { readKnownReaders } from "../../src/internal/cli/known-readers.ts";
import { packageFolder } from "../../src/internal/cli/package-folder.ts";

let browser: Browser;
let engine: DevServer;
let site: CatalogueServer;

beforeAll(async () => {
  browser = await launchChromium();
  engine = await startDevServer({ port: 0, pollInterval: false });
  const { fields: readers } = await readKnownReaders({ folder: packageFolder }, ownHome);
  const workflows = await readWorkflows(ownHome.functions);
  const files = await catalogueSite({ catalogues, workflows, readers }, compiledModules(catalogues));
  site = await serveCatalogue(files, { port: 0, engineUrl: engine.url });
});

afterAll(async () => {
  await browser?.close();
  await site?.close();
  await engine?.close();
});

async function open(path: string, options: BrowserContextOptions = {}) {
  const { page, complaints } = await openTab(browser, { ownOrigin: site.url, ...options });
  await page.goto(`${site.url}/${path}`);
  return { page, complaints };
}

it("finds an event by its words and by a field, and leads to its page", async () => {
  const { page, complaints } = await open("");
  await page.getByLabel("Find an event").fill("items[].quantity placed");
  await page.getByText("1 event", { exact: true }).waitFor();
  await page.getByRole("link", { name: "order.created", exact: true }).click();
  await page.getByRole("heading", { level: 1, name: "order.created" }).waitFor();
  const row = page.getByRole("row").filter({ hasText: "shopId" });
  expect(await row.first().textContent()).toContain("update-inventory");
  expect(complaints).toEqual([]);
});

it("says what is wrong while somebody types, and emits what is right to the engine", async () => {
  const { page, complaints } = await open("mohallamart/order-updated.html");
  const data = page.getByLabel("Data", { exact: true });
  const emit = page.getByRole("button", { name: "Emit to the local engine" });
  await page.getByText("Valid.").waitFor();
  await data.fill('{ "orderId": "ord_1", "status": "lost" }');
  await page.getByText(/^status: Invalid option/).waitFor();
  expect(await emit.isDisabled()).toBe(true);
  await data.fill('{ "orderId": "ord_1", ');
  await page.getByText("not JSON yet").waitFor();
  await data.fill('{ "orderId": "ord_1", "status": "packed" }');
  await page.getByText("Valid.").waitFor();
  await emit.click();
  await page.getByText(/^Sent as /).waitFor();
  expect(engine.engine.events({ name: "order.updated" })).toHaveLength(1);
  expect(complaints).toEqual([]);
});

it("takes no event from a form of another site", async () => {
  const form = { method: "POST", headers: { "content-type": "text/plain" }, body: '{"name":"order.lost"}' };
  expect((await fetch(`${site.url}/emit`, form)).status).toBe(415);
  expect(engine.engine.events({ name: "order.lost" })).toHaveLength(0);
});

it("is accessible in both themes, and fits a screen of 320 pixels", async () => {
  for (const path of ["", "mohallamart/order-created.html", "ten-ocean/user-registered.html"]) {
    const { page, complaints } = await open(path, { viewport: { width: 320, height: 640 } });
    expect(await findingsInBothThemes(page), path).toEqual([]);
    expect(await page.evaluate("document.documentElement.scrollWidth"), path).toBeLessThanOrEqual(320);
    expect(complaints).toEqual([]);
  }
});
