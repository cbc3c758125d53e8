import type { Page } from "playwright-core";

/** `ord_01K…`, or a run's ULID; what people say is a number or a name. */
const id = /\b(?:[a-z]{2,12}_[A-Za-z0-9]{3,64}|[0-9A-HJKMNP-TV-Z]{26})\b/g;

/** Ids in the title of a page, as its tab shows it, and in its headings. */
export async function idsInTitles(page: Page): Promise<string[]> {
  const texts = [await page.title(), ...(await page.locator("h1, h2, h3").allTextContents())];
  return texts.flatMap((text) => text.match(id) ?? []);
}
