import { chosenSecret } from "../internal/schemas.ts";
import { defineVendor } from "../vendor.ts";

export const onesignal = defineVendor({
  name: "OneSignal's event stream",
  about:
    'An event stream of OneSignal to https://<web app>/api/webhooks/onesignal, of the events push received and push failed, with the header Authorization: Bearer <this secret> and the body {"kind": "{{event.kind}}", "message_id": "{{message.id}}", "timestamp": {{event.timestamp}}}.',
  role: "complement",
  variables: { ONESIGNAL_WEBHOOK_SECRET: chosenSecret },
  load: () => import("./onesignal.ts"),
  create: ({ oneSignalReports }, values, _context: object) =>
    oneSignalReports({ secret: values.ONESIGNAL_WEBHOOK_SECRET }),
  check: { because: "OneSignal is who calls; its first call shows it" },
});
