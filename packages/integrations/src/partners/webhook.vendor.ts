import { url, webhookSecret } from "../internal/schemas.ts";
import { type CallOptions, defineVendor } from "../vendor.ts";

const secret = webhookSecret.optional();

export const webhook = defineVendor({
  name: "a partner's webhook",
  about:
    "Signed webhooks (standardwebhooks.com), for each partner both or neither. A secret is whsec_ and base64.",
  packages: ["standardwebhooks"],
  variables: {
    CRM_WEBHOOK_URL: url.optional(),
    CRM_WEBHOOK_SECRET: secret,
    ACCOUNTING_WEBHOOK_URL: url.optional(),
    ACCOUNTING_WEBHOOK_SECRET: secret,
    DELIVERY_WEBHOOK_URL: url.optional(),
    DELIVERY_WEBHOOK_SECRET: secret,
  },
  together: [
    ["CRM_WEBHOOK_URL", "CRM_WEBHOOK_SECRET"],
    ["ACCOUNTING_WEBHOOK_URL", "ACCOUNTING_WEBHOOK_SECRET"],
    ["DELIVERY_WEBHOOK_URL", "DELIVERY_WEBHOOK_SECRET"],
  ],
  load: () => import("./webhook.ts"),
  create({ webhookPartners }, values, { timeout }: CallOptions) {
    const partner = (address: string | undefined, key: string | undefined) =>
      address && key ? { url: address, secret: key, timeout } : undefined;
    return webhookPartners({
      crm: partner(values.CRM_WEBHOOK_URL, values.CRM_WEBHOOK_SECRET),
      accounting: partner(values.ACCOUNTING_WEBHOOK_URL, values.ACCOUNTING_WEBHOOK_SECRET),
      delivery: partner(values.DELIVERY_WEBHOOK_URL, values.DELIVERY_WEBHOOK_SECRET),
    });
  },
  check: { because: "a webhook has no call that changes nothing; the partner's first order shows it" },
});
