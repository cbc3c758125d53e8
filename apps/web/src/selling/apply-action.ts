"use server";

import { redirect } from "next/navigation";
import { type FormState, refusedForm } from "../forms/form-state.ts";
import { clientNetwork } from "../http/client-network.ts";
import { tooMany } from "../http/limit.ts";
import { log } from "../log.ts";
import { mohallaMart } from "../stores.ts";
import { limiter } from "../vendors.ts";
import { applyToSell } from "./apply-to-sell.ts";
import { type ApplicationField, applicationFields, parseApplication } from "./parse-application.ts";

/** Takes in the application and goes to its page, or returns the form with what is wrong. */
export async function submitApplication(
  _previous: FormState<ApplicationField>,
  form: FormData,
): Promise<FormState<ApplicationField>> {
  const { application, refusal } = parseApplication(form);
  if (!application) return refusedForm(form, applicationFields, refusal);
  if (!(await limiter().allows("applications", await clientNetwork()))) {
    return refusedForm(form, applicationFields, { errors: {}, message: tooMany("applications") });
  }
  await applyToSell(mohallaMart(), application);
  log.info({ shopkeeperId: application.shopkeeperId }, "someone applied to open a shop");
  redirect(`/sell/applications/${application.shopkeeperId}`);
}
