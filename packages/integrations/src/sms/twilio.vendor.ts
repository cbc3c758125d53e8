import { askWhetherTaken, basic } from "../internal/http/question.ts";
import { baseUrlOf, key, phoneNumber, sidOf } from "../internal/schemas.ts";
import { defineVendor } from "../vendor.ts";
import type { SmsContext } from "./port.ts";

export const twilio = defineVendor({
  name: "Twilio",
  about: "Text messages to every number, through Twilio.",
  packages: ["twilio"],
  variables: {
    TWILIO_ACCOUNT_SID: sidOf("AC"),
    TWILIO_AUTH_TOKEN: key,
    TWILIO_PHONE_NUMBER: phoneNumber
      .optional()
      .describe(
        "The sender: a number, E.164, or a Messaging Service (MG…), which chooses a number of its pool and wins over the number.",
      ),
    TWILIO_MESSAGING_SERVICE_SID: sidOf("MG").optional(),
    TWILIO_BASE_URL: baseUrlOf("Twilio"),
  },
  oneOf: [["TWILIO_PHONE_NUMBER", "TWILIO_MESSAGING_SERVICE_SID"]],
  load: () => import("./twilio.ts"),
  create: ({ twilioSms }, values, { timeout, reportsUrl }: SmsContext) =>
    twilioSms({
      accountSid: values.TWILIO_ACCOUNT_SID,
      authToken: values.TWILIO_AUTH_TOKEN,
      from: senderOf(values),
      baseUrl: values.TWILIO_BASE_URL,
      statusCallback: reportsUrl && `${reportsUrl}/twilio`,
      timeout,
    }),
  check: (values) =>
    askWhetherTaken({
      name: "Twilio",
      variables: "TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN",
      url: `${values.TWILIO_BASE_URL ?? "https://api.twilio.com"}/2010-04-01/Accounts/${values.TWILIO_ACCOUNT_SID}/Messages.json?PageSize=1`,
      headers: { authorization: basic(values.TWILIO_ACCOUNT_SID, values.TWILIO_AUTH_TOKEN) },
    }),
});

interface Sender {
  readonly TWILIO_PHONE_NUMBER: string | undefined;
  readonly TWILIO_MESSAGING_SERVICE_SID: string | undefined;
}

/** A service wins over a number, which it may have in its pool. */
function senderOf({ TWILIO_PHONE_NUMBER: number, TWILIO_MESSAGING_SERVICE_SID: service }: Sender) {
  const from = service ?? number;
  if (from === undefined) throw new Error("Twilio has no sender: set one of its two variables.");
  return from;
}
