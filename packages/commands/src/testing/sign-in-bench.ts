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
    ports: { people: stores, codes: stores.signInCodes, emailOf: () => email },
    sent: () => emulators.outbox(),
    sentCode(): string {
      const [message] = emulators.outbox();
      const [code] = /\d{6}/.exec(message?.text ?? "") ?? [];
      if (!code) throw new Error("No code was sent.");
      return code;
    },
  };
}
