import { expectTypeOf, it } from "vitest";
import * as z from "zod";
import { push } from "./push/capability.ts";
import { sms } from "./sms/capability.ts";
import { variablesOf } from "./variables.ts";

it("the variables of several capabilities keep their names and types", () => {
  const schema = z.object(variablesOf([sms, push]));
  type Read = z.output<typeof schema>;
  expectTypeOf<Read["MSG91_TEMPLATES"]>().toEqualTypeOf<Record<string, string> | undefined>();
  expectTypeOf<Read["TWILIO_AUTH_TOKEN"]>().toEqualTypeOf<string | undefined>();
  expectTypeOf<Read["ONESIGNAL_BASE_URL"]>().toEqualTypeOf<string | undefined>();
  expectTypeOf<Read>().not.toHaveProperty("RESEND_API_KEY");
});
