"use server";

import { redirect } from "next/navigation";
import { type FormState, refusedForm } from "../forms/form-state.ts";
import { clientNetwork } from "../http/client-network.ts";
import { tooMany } from "../http/limit.ts";
import { log } from "../log.ts";
import { tenOcean } from "../stores.ts";
import { limiter } from "../vendors.ts";
import { parseRegistrationForm, type ResidentField, residentFields } from "./parse-registration.ts";
import { registerResident } from "./register-resident.ts";

/** Registers the resident and goes to their status page, or returns the form with what is wrong. */
export async function submitRegistration(
  _previous: FormState<ResidentField>,
  form: FormData,
): Promise<FormState<ResidentField>> {
  const { registration, refusal } = parseRegistrationForm(form);
  if (!registration) return refusedForm(form, residentFields, refusal);
  if (!(await limiter().allows("registrations", await clientNetwork()))) {
    return refusedForm(form, residentFields, { errors: {}, message: tooMany("registrations") });
  }
  const outcome = await registerResident(tenOcean().residents, registration);
  if (outcome.refusal) return refusedForm(form, residentFields, outcome.refusal);
  log.info({ userId: outcome.userId }, "a resident registered");
  redirect(`/ten-ocean/residents/${outcome.userId}`);
}
