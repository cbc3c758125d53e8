"use server";

import {
  type ApplicationField,
  applicationRequest,
} from "@org/commands/mohallamart/shopkeepers/application-request";
import { applicationLinkRequest } from "@org/commands/mohallamart/shopkeepers/confirm-application";
import { readRequest } from "@org/commands/request";
import { redirect } from "next/navigation";
import { mohallaMartCommands } from "../commands.ts";
import { entriesOf, textOf } from "../forms/form-data.ts";
import type { FormState } from "../forms/form-state.ts";
import { keepsEntries } from "../forms/keeps-entries.ts";
import { refusedForm } from "../forms/refused-form.ts";
import { clientNetwork } from "../http/client-network.ts";
import { tooMany } from "../http/limit.ts";
import { log } from "../log.ts";
import { limiter } from "../vendors.ts";
import { keepApplication } from "./application-reader.ts";

/** Has the address asked whether it is theirs and says that an email is on its way, or returns the form with what is wrong. */
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
  log.info({ shopkeeperId }, "an application to open a shop was filled in");
  redirect("/sell/applied");
});

/** Applies for whoever has the link, and goes to the application's page, or says why not. */
export async function submitApplicationLink(form: FormData): Promise<void> {
  const token = textOf(form, "token");
  const outcome = await mohallaMartCommands().confirmApplication({ token });
  if (!outcome.ok) {
    const known = readRequest(applicationLinkRequest, { token }).ok ? token : "gone";
    redirect(`/sell/applied/${known}`);
  }
  const { shopkeeperId } = outcome;
  log.info({ shopkeeperId }, "someone applied to open a shop");
  await keepApplication(shopkeeperId);
  redirect(`/sell/applications/${shopkeeperId}`);
}
