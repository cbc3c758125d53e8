import type { SentMessage, Stack } from "@org/local-stack";
import { vi } from "vitest";
import { fillIn, type VisitedPage, type Visitor } from "./visitor.ts";

/** Whatever has the emulators that the web app sends through. */
type Sent = Pick<Stack, "emulators">;

/** What an address was sent, oldest first. */
export function emailsTo({ emulators }: Sent, address: string): SentMessage[] {
  return emulators.outbox().filter(({ to }) => to === address);
}

/** The emails with a code that an address was sent, oldest first. */
export function codesTo(stack: Sent, address: string): SentMessage[] {
  return emailsTo(stack, address).filter(({ subject = "" }) => /^\d{6}/.test(subject));
}

/** Sends the form that asks for a code. */
export async function sendAddress(browser: Visitor, email: string, path: string): Promise<VisitedPage> {
  return browser.send(fillIn(await browser.open(path), 'input[name="email"]', { email }));
}

/** Asks for a code and waits for its email. */
export async function askForCode(stack: Sent, browser: Visitor, email: string, path = "/sign-in") {
  const before = codesTo(stack, email).length;
  const page = await sendAddress(browser, email, path);
  await vi.waitUntil(() => codesTo(stack, email).length > before, { timeout: 20_000, interval: 20 });
  const message = codesTo(stack, email).at(-1);
  const [code = ""] = /^\d+/.exec(message?.subject ?? "") ?? [];
  return { page, code, message };
}

export function enterCode(
  browser: Visitor,
  page: VisitedPage,
  code: string,
  entries = {},
): Promise<VisitedPage> {
  return browser.send(fillIn(page, 'input[name="code"]', { code, ...entries }));
}

/** Signs in on the way to a page. */
export async function signIn(
  stack: Sent,
  browser: Visitor,
  email: string,
  path: string,
): Promise<VisitedPage> {
  const { page, code } = await askForCode(stack, browser, email, path);
  return enterCode(browser, page, code);
}
