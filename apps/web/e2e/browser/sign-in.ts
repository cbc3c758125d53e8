import type { Page } from "playwright-core";
import { vi } from "vitest";
import { codesTo } from "../sign-in.ts";

/** Signs in with a code, on the page that asks for the email: the sign-in page or one that led there. Ends when the form is gone. */
export async function signInWithCode(
  stack: Parameters<typeof codesTo>[0],
  page: Page,
  email: string | undefined,
): Promise<void> {
  if (!email) throw new Error("The demo data has nobody to sign in.");
  const before = codesTo(stack, email).length;
  await page.getByLabel("Email").fill(email);
  await page.getByRole("button", { name: "Send me a code" }).click();
  await page.getByLabel("Code").waitFor();
  const sent = await vi.waitUntil(() => codesTo(stack, email)[before], { timeout: 20_000, interval: 20 });
  const [code = ""] = /^\d+/.exec(sent.subject ?? "") ?? [];
  await page.getByLabel("Code").fill(code);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByLabel("Code").waitFor({ state: "hidden" });
}
