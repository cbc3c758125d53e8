"use server";

import { readRequest } from "@org/commands/request";
import { registrationLinkRequest } from "@org/commands/ten-ocean/verification/confirm-registration";
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
import { entriesOf, textOf } from "#src/forms/form-data.ts";
import type { FormState } from "#src/forms/form-state.ts";
import { keepsEntries } from "#src/forms/keeps-entries.ts";
import { refusedForm } from "#src/forms/refused-form.ts";
import { clientNetwork } from "#src/http/client-network.ts";
import { tooMany } from "#src/http/limit.ts";
import { log } from "#src/log.ts";
import { limiter } from "#src/vendors.ts";
import { currentRegistrationReader, keepRegistration } from "./registration-reader.ts";

/** Has the address asked whether it is theirs and says that an email is on its way, or returns the form with what is wrong. */
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
  log.info({ userId: outcome.userId }, "a registration was filled in");
  // The same page for everybody: it says nothing of who is known.
  redirect("/ten-ocean/registered");
});

/** Registers whoever has the link, or says why not. */
export async function submitRegistrationLink(form: FormData): Promise<void> {
  const token = textOf(form, "token");
  const outcome = await tenOceanCommands().confirmRegistration({ token });
  log.info(
    outcome.ok ? { userId: outcome.userId } : { refusal: outcome.code },
    "a registration was confirmed",
  );
  if (outcome.ok) {
    await keepRegistration(outcome.userId);
    redirect(`/ten-ocean/residents/${outcome.userId}`);
  }
  const known = readRequest(registrationLinkRequest, { token }).ok ? token : "gone";
  redirect(`/ten-ocean/registered/${known}?outcome=${outcome.code}`);
}

/** Asks again for a registration that was turned down or lapsed, or returns the form with what is wrong. */
export const submitRegistrationAgain = keepsEntries<FormState<RegisterAgainField>>(
  async (_previous, form) => {
    const { fields } = registerAgainRequest;
    if (!(await limiter().allows("registrations", await clientNetwork()))) {
      return refusedForm(form, fields, tooMany("registrations"));
    }
    const reader = await currentRegistrationReader();
    const outcome = await tenOceanCommands().registerAgain({
      ...entriesOf(form, [...fields, "userId"]),
      reader,
    });
    if (!outcome.ok) return refusedForm(form, fields, outcome);
    log.info({ userId: outcome.userId }, "a resident registered again");
    redirect(`/ten-ocean/residents/${outcome.userId}`);
  },
);
