import * as z from "zod";
import { baseUrlOf } from "../internal/schemas.ts";
import { defineVendor } from "../vendor.ts";
import type { SmsContext } from "./port.ts";

export const twilio = defineVendor({
  name: "Twilio",
  about: "Text messages to every number, through Twilio.",
  packages: ["twilio"],
  variables: {
    TWILIO_ACCOUNT_SID: z.string(),
    TWILIO_AUTH_TOKEN: z.string(),
    TWILIO_PHONE_NUMBER: z.string().describe("The sender, E.164."),
    TWILIO_BASE_URL: baseUrlOf("Twilio"),
  },
  load: () => import("./twilio.ts"),
  create: ({ twilioSms }, values, { timeout, reportsUrl }: SmsContext) =>
    twilioSms({
      accountSid: values.TWILIO_ACCOUNT_SID,
      authToken: values.TWILIO_AUTH_TOKEN,
      from: values.TWILIO_PHONE_NUMBER,
      baseUrl: values.TWILIO_BASE_URL,
      statusCallback: reportsUrl && `${reportsUrl}/twilio`,
      timeout,
    }),
});
