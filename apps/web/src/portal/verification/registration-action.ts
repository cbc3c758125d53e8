"use server";

import { readRequest } from "@org/commands/request";
import {
  type RegisterAgainField,
  registerAgainRequest,
} from "@org/commands/ten-ocean/verification/register-again";
import {
  type ResidentField,
  registrationRequest,
} from "@org/commands/ten-ocean/verification/register-resident";
import { redirect } from "next/navigation";
import { tenOceanCommands } from "#src/commands.ts";
import { entriesOf } from "#src/forms/form-data.ts";
import { type FormState, refusedForm } from "#src/forms/form-state.ts";
import { keepsEntries } from "#src/forms/keeps-entries.ts";
import { clientNetwork } from "#src/http/client-network.ts";
import { tooMany } from "#src/http/limit.ts";
import { log } from "#src/log.ts";
import { limiter } from "#src/vendors.ts";

/** Registers the resident and says that an email is on its way, or returns the form with what is wrong. */
export const submitRegistration = keepsEntries<FormState<ResidentField>>(async (_previous, form) => {
  const { fields } = registrationRequest;
  const entries = entriesOf(form, [...fields, "userId"]);
  const read = readRequest(registrationRequest, entries);
  if (!read.ok) return refusedForm(form, fields, read);
  if (!(await limiter().allows("registrations", await clientNetwork()))) {
    return refusedForm(form, fields, tooMany("registrations"));
  }
  const outcome = await tenOceanCommands().registerResident(entries);
  if (!outcome.ok) return refusedForm(form, fields, outcome);
  const { userId, known } = outcome;
  log.info({ userId, known }, "a resident registered");
  // The same page for everybody: it says nothing of who is known.
  redirect("/ten-ocean/registered");
});

/** Asks again for a registration that was turned down or lapsed, or returns the form with what is wrong. */
export const submitRegistrationAgain = keepsEntries<FormState<RegisterAgainField>>(
  async (_previous, form) => {
    const { fields } = registerAgainRequest;
    if (!(await limiter().allows("registrations", await clientNetwork()))) {
      return refusedForm(form, fields, tooMany("registrations"));
    }
    const outcome = await tenOceanCommands().registerAgain(entriesOf(form, [...fields, "userId"]));
    if (!outcome.ok) return refusedForm(form, fields, outcome);
    log.info({ userId: outcome.userId }, "a resident registered again");
    redirect(`/ten-ocean/residents/${outcome.userId}`);
  },
);
