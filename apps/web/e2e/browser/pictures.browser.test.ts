import { type Stack, startStack } from "@org/local-stack";
import { accessibilityFindings, beyondTheScreen } from "@org/tooling/accessibility";
import { launchChromium, openTab, screenshot } from "@org/tooling/chromium";
import type { Browser, Page } from "playwright-core";
import sharp from "sharp";
import { afterAll, beforeAll, expect, it } from "vitest";
import { signInWithCode } from "./sign-in.ts";

let stack: Stack;
let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium();
  stack = await startStack({ environment: process.env });
});

afterAll(async () => {
  await browser?.close();
  await stack?.stop();
});

const phone = { viewport: { width: 390, height: 844 } };

/** What a phone would send of ginger on a table. */
async function photo(name: string) {
  const background = { r: 196, g: 150, b: 96 };
  const root = {
    create: { width: 700, height: 420, channels: 3, background: { r: 120, g: 84, b: 40 } },
  } as const;
  const buffer = await sharp({ create: { width: 1600, height: 1200, channels: 3, background } })
    .composite([{ input: root, left: 450, top: 390 }])
    .withExif({ IFD3: { GPSLatitudeRef: "N", GPSLatitude: "12/1 58/1 0/1" } })
    .jpeg()
    .toBuffer();
  return { name, mimeType: "image/jpeg", buffer };
}

async function signInAsHari(page: Page): Promise<void> {
  await page.goto(`${stack.urls.web}/sign-in?next=%2Fshop%2Fproducts`);
  await signInWithCode(stack, page, "hari@hari-fresh.example");
  await page.waitForURL(`${stack.urls.web}/shop/products`);
}

/** Whether the picture of ginger on a page is there, as a square or cut out of it; false while the page shows the mark. */
async function showsGinger(page: Page, path: string): Promise<boolean> {
  await page.goto(stack.urls.web + path);
  const image = page.getByRole("img", { name: "Ginger" }).first();
  if ((await image.count()) === 0) return false;
  await image.scrollIntoViewIfNeeded();
  return image.evaluate(async (element) => {
    if (!(element instanceof HTMLImageElement)) return false;
    await element.decode();
    const isSquare = Math.abs(element.clientWidth - element.clientHeight) <= 1;
    return element.naturalWidth > 0 && (isSquare || getComputedStyle(element).objectFit === "cover");
  });
}

it("a shopkeeper photographs a product with a phone, and customers see it until it is taken away", async () => {
  const { page, context, complaints } = await openTab(browser, phone);
  await signInAsHari(page);
  await page.getByRole("link", { name: "Ginger" }).click();
  await page.getByRole("heading", { level: 2, name: "Picture" }).waitFor();
  const path = new URL(page.url()).pathname;
  await page.getByLabel("A photo of it").setInputFiles(await photo("IMG_2041.JPG"));
  await page.getByRole("button", { name: "Add the picture" }).click();
  await page.getByRole("status").filter({ hasText: "The picture is saved" }).waitFor();
  expect(await beyondTheScreen(page)).toEqual([]);
  expect(await accessibilityFindings(page)).toEqual([]);
  await screenshot(page, "picture-saved-phone");

  const { page: customers, complaints: theirs } = await openTab(browser, phone);
  const product = path.replace("/shop/", "/");
  for (const address of [product, "/", "/shops/shop_790", "/search?q=ginger"]) {
    await expect.poll(() => showsGinger(customers, address), { timeout: 30_000 }).toBe(true);
    expect(await beyondTheScreen(customers)).toEqual([]);
    await screenshot(customers, `picture-seen-${address.replaceAll(/\W+/g, "-")}`);
  }
  await customers.goto(stack.urls.web + product);
  const shared = await customers.locator('meta[property="og:image"]').getAttribute("content");
  expect((await fetch(shared ?? "")).headers.get("content-type")).toBe("image/webp");
  await customers.getByRole("button", { name: "Add Ginger to the cart" }).click();
  await customers.getByRole("button", { name: "One Ginger less" }).waitFor();
  expect(await showsGinger(customers, "/checkout/shop_790")).toBe(true);
  expect(await showsGinger(page, "/shop/products")).toBe(true);

  // Without scripts: another photo, then none.
  const plain = await browser.newContext({
    ...phone,
    javaScriptEnabled: false,
    storageState: await context.storageState(),
  });
  const still = await plain.newPage();
  await still.goto(stack.urls.web + path);
  const before = await still.getByRole("img", { name: "Ginger" }).getAttribute("src");
  await still.getByLabel("Another photo instead").setInputFiles(await photo("again.jpg"));
  await still.getByRole("button", { name: "Exchange the picture" }).click();
  await still.getByRole("status").filter({ hasText: "The picture is saved" }).waitFor();
  expect(await still.getByRole("img", { name: "Ginger" }).getAttribute("src")).not.toBe(before);
  await still.getByRole("button", { name: "Remove the picture" }).click();
  await still.getByRole("status").filter({ hasText: "The picture is removed" }).waitFor();
  await expect.poll(() => showsGinger(customers, product), { timeout: 30_000 }).toBe(false);
  await plain.close();
  expect([complaints, theirs]).toEqual([[], []]);
});

it("what is no photo is refused in one sentence, and only the shop's own products take one", async () => {
  const { page, context } = await openTab(browser, phone);
  await signInAsHari(page);
  await page.getByRole("link", { name: "Brinjal" }).click();
  await page.getByLabel("A photo of it").waitFor();
  const route = `${page.url()}/picture`;
  for (const [buffer, words] of [
    [Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'/>"), "This is no picture that we can read."],
    [
      await sharp({ create: { width: 60, height: 60, channels: 3, background: "#fff" } })
        .jpeg()
        .toBuffer(),
      "too small",
    ],
    [Buffer.alloc(13 * 1024 * 1024), "over 12 MB"],
  ] as const) {
    await page
      .getByLabel("A photo of it")
      .setInputFiles({ name: "photo.jpg", mimeType: "image/jpeg", buffer });
    await page.getByRole("button", { name: "Add the picture" }).click();
    await page.getByRole("alert").filter({ hasText: words }).waitFor();
  }
  await screenshot(page, "picture-refused-phone");

  const cookie = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
  const send = async (url: string, headers: Record<string, string>) => {
    const { buffer } = await photo("a.jpg");
    const body = new FormData();
    body.set("photo", new File([Uint8Array.from(buffer)], "a.jpg"));
    const answer = await fetch(url, { method: "POST", body, headers, redirect: "manual" });
    return [answer.status, answer.headers.get("location")];
  };
  const own = new URL(route).pathname.replace(/\/picture$/, "");
  expect(await send(route, {})).toEqual([303, `/sign-in?next=${encodeURIComponent(own)}`]);
  expect(await send(route, { cookie, origin: "https://elsewhere.example" })).toEqual([403, null]);
  const theirs = route.replace(/prod_[^/]+/, "prod_none");
  expect(await send(theirs, { cookie })).toEqual([303, "/shop/products"]);
  expect(await send(route, { cookie })).toEqual([303, `${own}?picture=saved`]);
});

it("a picture's file never changes and needs no session, and nothing else is given out", async () => {
  const { page } = await openTab(browser, phone);
  await signInAsHari(page);
  await page.getByRole("link", { name: "Green Chillies" }).click();
  await page.getByLabel("A photo of it").setInputFiles(await photo("chilli.jpg"));
  await page.getByRole("button", { name: "Add the picture" }).click();
  const source = await page.getByRole("img", { name: "Green Chillies" }).getAttribute("src");
  const answer = await fetch(`${stack.urls.web}${source}`);
  expect([
    answer.status,
    ...["content-type", "cache-control", "x-content-type-options"].map((name) => answer.headers.get(name)),
  ]).toEqual([200, "image/webp", "public, max-age=31536000, immutable", "nosniff"]);
  const file = Buffer.from(await answer.arrayBuffer());
  expect((await sharp(file).metadata()).exif).toBeUndefined();
  for (const path of [
    source?.replace("480", "481"),
    source?.replace("480.webp", "..%2f..%2fpostgres"),
    "/pictures/..%2f..%2farchive/240.webp",
    `/pictures/${"a".repeat(32)}-${"0".repeat(16)}/240.webp`,
  ]) {
    expect([path, (await fetch(`${stack.urls.web}${path}`)).status]).toEqual([path, 404]);
  }
});
