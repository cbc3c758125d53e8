import { webhookSecret } from "../internal/schemas.ts";
import { defineVendor } from "../vendor.ts";

export const resend = defineVendor({
  name: "Resend's webhook",
  about:
    "Resend's webhook to https://<web app>/api/webhooks/resend, with the events email.delivered, email.bounced, email.complained, email.failed and email.suppressed.",
  role: "complement",
  packages: ["standardwebhooks"],
  variables: { RESEND_WEBHOOK_SECRET: webhookSecret },
  load: () => import("./resend.ts"),
  create: ({ resendReports }, values, _context: object) =>
    resendReports({ secret: values.RESEND_WEBHOOK_SECRET }),
  check: { because: "Resend is who calls; its first call shows it" },
});
