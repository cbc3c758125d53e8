import type { SentMessage, Stack } from "@org/local-stack";
import { vi } from "vitest";
import { newPerson, untilHandled } from "./customer.ts";
import { emailsTo, signIn } from "./sign-in.ts";
import { createVisitor, fillIn, type VisitedPage, type Visitor } from "./visitor.ts";

export interface Applicant {
  firstName: string;
  lastName: string;
  email: string;
  unitId: string;
}

/** Somebody who says that they live in the house, with an address of their own. */
export function newApplicant(changes: Partial<Applicant> = {}): Applicant {
  return { firstName: "Noor", lastName: "", email: newPerson().email, unitId: "unit_4B", ...changes };
}

/** Fills in the registration form, and sends it. */
export async function sendRegistration(browser: Visitor, applicant: Applicant): Promise<VisitedPage> {
  const form = fillIn(await browser.open("/ten-ocean"), 'input[name="userId"]', { ...applicant });
  return browser.send(form);
}

/** Follows the link that proves the address of a registration. @returns the registration's page. */
export async function confirmRegistration(
  stack: Stack,
  browser: Visitor,
  { email }: Pick<Applicant, "email">,
): Promise<VisitedPage> {
  const { path } = await linkIn(stack, email, "Confirm your registration");
  return browser.send(fillIn(await browser.open(path), 'main input[name="token"]'));
}

/** Registers, and proves the address; comes back once the admins were asked. */
export async function register(stack: Stack, browser: Visitor, applicant = newApplicant()) {
  await sendRegistration(browser, applicant);
  const { path } = await confirmRegistration(stack, browser, applicant);
  const page = await untilHandled(browser, path);
  return { ...applicant, page, path, userId: path.split("/").at(-1) ?? "" };
}

/** The path that the last email to an address with such a subject leads to, once there is one. */
export async function linkIn(
  stack: Stack,
  address: string,
  subject: string,
): Promise<{ path: string; message: SentMessage }> {
  const found = () => emailsTo(stack, address).findLast((message) => message.subject?.includes(subject));
  const message = await vi.waitUntil(found, { timeout: 20_000, interval: 50 });
  const link = message.html?.match(/href="(https?:[^"]*\/ten-ocean[^"]*)"/)?.[1];
  if (!link) throw new Error(`There is no link to the portal in “${message.subject}”.`);
  return { path: new URL(link).pathname, message };
}

/** The review of somebody's registration on a page of the office: its entries as they would be sent. */
export function decisionOn(page: VisitedPage, userId: string, entries: Record<string, string>) {
  return fillIn(page, `input[value="${userId}"]`, entries);
}

/** Opens pages as somebody of the office; each of them signs in once, since codes are rationed. */
export type Office = (path: string, email?: string) => Promise<{ browser: Visitor; page: VisitedPage }>;

export function openOffice(stack: Stack, admin = ""): Office {
  const signedIn = new Map<string, Visitor>();
  return async (path, email = admin) => {
    const known = signedIn.get(email);
    if (known) return { browser: known, page: await known.open(path) };
    const browser = createVisitor(stack.urls.web);
    const page = await signIn(stack, browser, email, path);
    signedIn.set(email, browser);
    return { browser, page };
  };
}

/** Somebody whom an admin has verified, signed in. */
export async function verifiedResident(stack: Stack, office: Office, changes: Partial<Applicant> = {}) {
  const browser = createVisitor(stack.urls.web);
  const applicant = await register(stack, browser, newApplicant(changes));
  const admin = await office("/ten-ocean/admin/registrations");
  await admin.browser.send(decisionOn(admin.page, applicant.userId, { status: "verified" }));
  await linkIn(stack, applicant.email, "Welcome to");
  await signIn(stack, browser, applicant.email, "/ten-ocean/profile");
  return { ...applicant, browser };
}
