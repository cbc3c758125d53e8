import * as z from "zod";
import { defineVendor } from "../vendor.ts";
import type { AlertContext } from "./port.ts";

const addresses = z
  .string()
  .transform((text) => text.split(",").map((address) => address.trim()))
  .pipe(z.array(z.email()).min(1));

export const email = defineVendor({
  name: "email",
  about: "Who hears of runs that failed for good, separated by commas; through the email vendor.",
  variables: { ALERT_EMAILS: addresses.meta({ example: "operations@mohallamart.example" }) },
  load: () => import("./email.ts"),
  create: ({ emailAlerts }, values, context: AlertContext) =>
    emailAlerts({ email: context.email, to: values.ALERT_EMAILS }),
  check: { because: "alerts by email go through the email vendor, which is asked itself" },
});
