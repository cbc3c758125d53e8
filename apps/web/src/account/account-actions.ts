"use server";

import { type AccountField, accountRequest } from "@org/commands/mohallamart/users/save-account";
import { isLanguage } from "@org/stores/mohallamart/words/languages";
import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { mohallaMartCommands } from "../commands.ts";
import { entriesOf, textOf, textsOf } from "../forms/form-data.ts";
import type { FormState } from "../forms/form-state.ts";
import { keepsEntries } from "../forms/keeps-entries.ts";
import { refusedForm } from "../forms/refused-form.ts";
import { currentLanguage, keepLanguage } from "../language/current-language.ts";
import { log } from "../log.ts";
import { requireRole } from "../session/current-person.ts";
import { closeSession } from "../session/session-cookie.ts";

/** Saves the account of whoever is signed in, or returns the form with what is wrong. */
export const submitAccount = keepsEntries<FormState<AccountField>>(async (_previous, form) => {
  const { id: userId } = await requireRole("customer");
  const entries = { ...entriesOf(form, accountRequest.fields), channels: textsOf(form, "channels") };
  const outcome = await mohallaMartCommands().saveAccount({ ...entries, userId });
  if (!outcome.ok) return refusedForm(form, accountRequest.fields, outcome, await currentLanguage());
  const { language } = entries;
  // Also for when they are signed out in this browser.
  if (isLanguage(language)) await keepLanguage(language);
  redirect("/account?saved=yes");
});

/** Offers an address no more at checkout. */
export async function submitForgetting(form: FormData): Promise<void> {
  const { id: userId } = await requireRole("customer");
  await mohallaMartCommands().forgetAddress({ userId, addressId: textOf(form, "addressId") });
  refresh();
}

/** Closes the account of whoever is signed in; what else is known of them is erased by the workflow. */
export async function submitClosing(): Promise<void> {
  const { id: userId } = await requireRole("customer");
  await mohallaMartCommands().closeAccount({ userId });
  await closeSession();
  log.info({ userId }, "an account was closed");
  redirect("/account/closed");
}
