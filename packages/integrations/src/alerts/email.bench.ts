import { personal } from "../contracts/failure.ts";
import type { EmailBench } from "../email/contract.ts";
import type { EmailSender } from "../email/port.ts";
import { startResend } from "../email/resend.bench.ts";
import { resendEmail } from "../email/resend.ts";
import { personalAlert, token } from "../testing/personal-data.ts";
import type { VendorBench } from "../testing/vendor-bench.ts";
import { type AlertBench, alertContract } from "./contract.ts";
import { emailAlerts } from "./email.ts";

export const bench: VendorBench = {
  contract: () => alertContract("email", "retryable", startEmailAlerts),
  personalData: {
    protocol: "http",
    calls: {
      "an alert": ({ address: baseUrl, timeout }) => {
        const email = resendEmail({ apiKey: token, from: "shop@example.com", baseUrl, timeout });
        return emailAlerts({ email, to: [personal.email] }).send(personalAlert);
      },
    },
  },
  outage: { because: "it reaches no vendor by itself: an outage is one of the email port's vendor" },
};

/** Alerts over the email port, to two people. */
export async function startEmailAlerts(): Promise<AlertBench & Pick<EmailBench, "mailbox">> {
  const { sender, impatient, unauthorised, unreachable, mailbox, ...emulator } = await startResend();
  const alerts = (email: EmailSender) => emailAlerts({ email, to: ["ops@example.com", "owner@example.com"] });
  return {
    ...emulator,
    mailbox,
    sender: alerts(sender),
    impatient: alerts(impatient),
    unauthorised: alerts(unauthorised),
    unreachable: alerts(unreachable),
    told: mailbox,
  };
}
