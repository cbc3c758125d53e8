"use server";

import { readRequest } from "@org/commands/request";
import {
  type ResidentField,
  registrationRequest,
} from "@org/commands/ten-ocean/verification/register-resident";
import { redirect } from "next/navigation";
import { tenOceanCommands } from "../commands.ts";
import { entriesOf } from "../forms/form-data.ts";
import { type FormState, refusedForm } from "../forms/form-state.ts";
import { clientNetwork } from "../http/client-network.ts";
import { tooMany } from "../http/limit.ts";
import { log } from "../log.ts";
import { limiter } from "../vendors.ts";

/** Registers the resident and goes to their status page, or returns the form with what is wrong. */
export async function submitRegistration(
  _previous: FormState<ResidentField>,
  form: FormData,
): Promise<FormState<ResidentField>> {
  const { fields } = registrationRequest;
  const entries = entriesOf(form, [...fields, "userId"]);
  const read = readRequest(registrationRequest, entries);
  if (!read.ok) return refusedForm(form, fields, read);
  if (!(await limiter().allows("registrations", await clientNetwork()))) {
    return refusedForm(form, fields, tooMany("registrations"));
  }
  const outcome = await tenOceanCommands().registerResident(entries);
  if (!outcome.ok) return refusedForm(form, fields, outcome);
  log.info({ userId: outcome.userId }, "a resident registered");
  redirect(`/ten-ocean/residents/${outcome.userId}`);
}
