import { twilio as account } from "../sms/twilio.vendor.ts";
import { defineVendor } from "../vendor.ts";

export const twilio = defineVendor({
  name: "Twilio's status callbacks",
  about:
    "Twilio's status callbacks, which the worker asks for with each text; signed with the account's token.",
  role: "complement",
  packages: ["twilio"],
  variables: { TWILIO_AUTH_TOKEN: account.variables.TWILIO_AUTH_TOKEN },
  load: () => import("./twilio.ts"),
  create: ({ twilioReports }, values, _context: object) =>
    twilioReports({ authToken: values.TWILIO_AUTH_TOKEN }),
  check: { because: "Twilio is who calls; its first call shows it" },
});
