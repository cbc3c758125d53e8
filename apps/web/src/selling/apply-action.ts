"use server";

import {
  type ApplicationField,
  applicationRequest,
} from "@org/commands/mohallamart/shopkeepers/application-request";
import { readRequest } from "@org/commands/request";
import { redirect } from "next/navigation";
import { mohallaMartCommands } from "../commands.ts";
import { entriesOf } from "../forms/form-data.ts";
import { type FormState, refusedForm } from "../forms/form-state.ts";
import { keepsEntries } from "../forms/keeps-entries.ts";
import { clientNetwork } from "../http/client-network.ts";
import { tooMany } from "../http/limit.ts";
import { log } from "../log.ts";
import { limiter } from "../vendors.ts";

/** Takes in the application and goes to its page, or returns the form with what is wrong. */
export const submitApplication = keepsEntries<FormState<ApplicationField>>(async (_previous, form) => {
  const { fields } = applicationRequest;
  const entries = entriesOf(form, [...fields, "shopkeeperId"]);
  const read = readRequest(applicationRequest, entries);
  if (!read.ok) return refusedForm(form, fields, read);
  if (!(await limiter().allows("applications", await clientNetwork()))) {
    return refusedForm(form, fields, tooMany("applications"));
  }
  const outcome = await mohallaMartCommands().applyToSell(entries);
  if (!outcome.ok) return refusedForm(form, fields, outcome);
  const { shopkeeperId } = outcome;
  log.info({ shopkeeperId }, "someone applied to open a shop");
  redirect(`/sell/applications/${shopkeeperId}`);
});
