import { resendEmail } from "@org/integrations/email/resend";
import { startEmulators } from "@org/local-stack";
import { afterAll, beforeEach } from "vitest";
import { testStores } from "./test-stores.ts";

/** One customer, and the email vendor's emulator, which keeps what was sent in a test. */
export async function signInBench() {
  const stores = await testStores();
  const emulators = await startEmulators({ rateLimits: false });
  beforeEach(() => emulators.reset());
  afterAll(() => emulators.stop());
  const { url, apiKey } = emulators.resend;
  const email = resendEmail({ apiKey, from: "MohallaMart <orders@mohallamart.example>", baseUrl: url });
  const asha = { userId: "user_1", name: "Asha Rao", email: "asha@example.com" };
  await stores.mohallaMart.users.add(asha);
  return {
    users: stores.mohallaMart.users,
    asha,
    ports: {
      people: stores,
      codes: stores.signInCodes,
      knownBrowsers: stores.knownBrowsers,
      emailOf: () => email,
      webUrl: "https://shop.example",
    },
    endWaits: stores.endWaits,
    source: { network: "203.0.113.9" },
    emulators,
    sent: () => emulators.outbox(),
    sentCode(): string {
      const message = emulators.outbox().at(-1);
      const [code] = /^\d{6,12}/.exec(message?.subject ?? "") ?? [];
      if (!code) throw new Error("No code was sent.");
      return code;
    },
  };
}
