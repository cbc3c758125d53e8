import { webhookSecret } from "../internal/schemas.ts";
import { defineVendor } from "../vendor.ts";

export const webhook = defineVendor({
  name: "the delivery partner's webhook",
  about:
    "The delivery partner's signed webhook (standardwebhooks.com) to https://<web app>/api/webhooks/delivery. The secret before a change is read as well, until it is emptied.",
  packages: ["standardwebhooks"],
  variables: {
    DELIVERY_STATUS_SECRET: webhookSecret,
    DELIVERY_STATUS_SECRET_PREVIOUS: webhookSecret.optional(),
  },
  load: () => import("./webhook.ts"),
  create: ({ parcelWebhook }, values, _context: object) =>
    parcelWebhook({
      secret: values.DELIVERY_STATUS_SECRET,
      previousSecret: values.DELIVERY_STATUS_SECRET_PREVIOUS,
    }),
  check: { because: "the partner is who calls; its first call shows it" },
});
