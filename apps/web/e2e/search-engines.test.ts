import { type Stack, startStack } from "@org/local-stack";
import { demoProducts, demoShops } from "@org/stores/demo-data/mohallamart";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createVisitor } from "./visitor.ts";
import { pages } from "./web-routes.ts";

let stack: Stack;

beforeAll(async () => {
  stack = await startStack({ environment: process.env });
});

afterAll(async () => {
  await stack?.stop();
});

const textAt = async (path: string) => (await fetch(new URL(path, stack.urls.web))).text();

it("lists the shop window for search engines, each address of which answers", async () => {
  const listed = [...(await textAt("/sitemap.xml")).matchAll(/<loc>(.+?)<\/loc>/g)].map(
    ([, url = ""]) => url,
  );
  const expected = [
    "/",
    "/sell",
    ...demoShops.map(({ shopId }) => `/shops/${shopId}`),
    ...demoProducts.map(({ productId }) => `/products/${productId}`),
  ];
  expect(listed.map((url) => new URL(url).pathname).sort()).toEqual(expected.sort());
  const visitor = createVisitor(stack.urls.web);
  for (const url of listed) expect((await visitor.open(new URL(url).pathname)).status, url).toBe(200);
});

/** As search engines read it: the longest pattern that fits says what holds. */
function mayBeListed(robots: string, path: string): boolean {
  const fitting = [...robots.matchAll(/^(Allow|Disallow): (\S+)$/gm)]
    .map(([, rule, pattern = ""]) => ({ rule, pattern }))
    .filter(({ pattern }) => (pattern.endsWith("$") ? `${path}$` === pattern : path.startsWith(pattern)))
    .toSorted((one, other) => other.pattern.length - one.pattern.length);
  return fitting[0]?.rule !== "Disallow";
}

it("keeps search engines from every other page", async () => {
  const robots = await textAt("/robots.txt");
  expect(robots).toContain(`Sitemap: ${stack.urls.web.replace(/\/$/, "")}/sitemap.xml`);
  const open = pages.filter((page) => mayBeListed(robots, page));
  expect(open).toEqual(["/", "/products/[productId]", "/sell", "/shops/[shopId]"]);
});

it.each([
  [`/products/${demoProducts[0]?.productId}`, demoProducts[0]?.name],
  [`/shops/${demoShops[0]?.shopId}`, `${demoShops[0]?.name}, ${demoShops[0]?.area}`],
])("%s says what it is where a link to it is shared", async (path, title) => {
  const { document } = await createVisitor(stack.urls.web).open(path);
  const said = (property: string) =>
    document.querySelector(`meta[property="og:${property}"]`)?.getAttribute("content");
  expect(said("title")).toBe(title);
  expect(said("site_name")).toBe("MohallaMart");
  expect(said("description")).toMatch(/\S/);
});
