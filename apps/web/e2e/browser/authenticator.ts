import { openTab } from "@org/tooling/chromium";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";

/** A tab whose browser has an authenticator built in, which looks who it is unless it is told not to. */
export async function openWithAuthenticator(browser: Browser, options: BrowserContextOptions) {
  const tab = await openTab(browser, options);
  const session = await tab.context.newCDPSession(tab.page);
  await session.send("WebAuthn.enable");
  const { authenticatorId } = await session.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return {
    ...tab,
    credentials: async () => (await session.send("WebAuthn.getCredentials", { authenticatorId })).credentials,
    verifiesNobody: () =>
      session.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified: false }),
  };
}

/** On the page of one's passkeys. */
export async function addPasskey(page: Page, name: string): Promise<void> {
  await page.getByLabel("Name of a new passkey").fill(name);
  await page.getByRole("button", { name: "Add a passkey" }).click();
}
