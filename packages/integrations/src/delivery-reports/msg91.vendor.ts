import { chosenSecret } from "../internal/schemas.ts";
import { defineVendor } from "../vendor.ts";

export const msg91 = defineVendor({
  name: "MSG91's webhook",
  about:
    "MSG91's webhook, version v2, to https://<web app>/api/webhooks/msg91?secret=<this secret>: MSG91 signs nothing, so choose at least 20 letters and digits at random.",
  role: "complement",
  variables: { MSG91_WEBHOOK_SECRET: chosenSecret },
  load: () => import("./msg91.ts"),
  create: ({ msg91Reports }, values, _context: object) =>
    msg91Reports({ secret: values.MSG91_WEBHOOK_SECRET }),
  check: { because: "MSG91 is who calls; its first call shows it" },
});
