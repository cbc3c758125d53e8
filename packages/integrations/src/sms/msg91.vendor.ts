import * as z from "zod";
import { baseUrlOf, key } from "../internal/schemas.ts";
import { defineVendor } from "../vendor.ts";
import type { SmsContext } from "./port.ts";

/** `name=value,name=value` */
const namedValues = z
  .string()
  .regex(/^[^=,]+=[^=,]+(,[^=,]+=[^=,]+)*$/, "must have the form name=id,name=id")
  .transform(
    (text): Record<string, string> => Object.fromEntries(text.split(",").map((pair) => pair.split("="))),
  );

export const msg91 = defineVendor({
  name: "MSG91",
  about:
    "Optional, both or neither: numbers of India (+91) go through MSG91 first. Without it all go through the other vendor.",
  role: "complement",
  variables: {
    MSG91_AUTH_KEY: key,
    MSG91_TEMPLATES: namedValues.describe(
      "Our template names and MSG91's ids of them, order-confirmation=64f0…,order-packed=64f1…: order-packed, order-shipped, order-delivered, order-attempt-failed, product-price-drop, product-back-in-stock, product-out-of-stock; in another language of SMS_LANGUAGES with it, order-packed.kn-IN=64f2…. One without an id goes through the other vendor.",
    ),
    MSG91_BASE_URL: baseUrlOf("MSG91"),
  },
  load: () => import("./msg91.ts"),
  create: ({ msg91Sms }, values, { timeout }: SmsContext) =>
    msg91Sms({
      authKey: values.MSG91_AUTH_KEY,
      templates: values.MSG91_TEMPLATES,
      baseUrl: values.MSG91_BASE_URL,
      timeout,
    }),
  check: { because: "MSG91 documents no call that changes nothing; the first message shows it" },
});
