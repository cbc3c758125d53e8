import type { Stack } from "@org/local-stack";
import { vi } from "vitest";
import { emailsTo } from "./sign-in.ts";
import { fillIn, type Visitor } from "./visitor.ts";

const linkInText = /https?:\S+\/sell\/applied\/[\w-]+/;

/** The link that proves the address of an application, once its email is there. */
export async function applicationLink(stack: Stack, email: string): Promise<string> {
  const found = () =>
    emailsTo(stack, email)
      .map(({ text = "" }) => linkInText.exec(text)?.[0])
      .findLast((link) => link !== undefined);
  return vi.waitUntil(found, { timeout: 20_000, interval: 50 });
}

/** Follows it. @returns the page that asks once more, and the application's. */
export async function confirmApplication(stack: Stack, browser: Visitor, email: string) {
  const { pathname } = new URL(await applicationLink(stack, email));
  const confirming = await browser.open(pathname);
  return { confirming, applied: await browser.send(fillIn(confirming, 'main input[name="token"]')) };
}
