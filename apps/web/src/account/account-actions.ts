"use server";

import { userDeleted } from "@org/events/mohallamart/user-deleted";
import { redirect } from "next/navigation";
import { type FormState, refusedForm } from "../forms/form-state.ts";
import { log } from "../log.ts";
import { requireRole } from "../session/current-person.ts";
import { closeSession } from "../session/session-cookie.ts";
import { mohallaMart } from "../stores.ts";
import { type AccountField, accountFields, parseAccount } from "./parse-account.ts";
import { saveAccount } from "./save-account.ts";

/** Saves the account of whoever is signed in, or returns the form with what is wrong. */
export async function submitAccount(
  _previous: FormState<AccountField>,
  form: FormData,
): Promise<FormState<AccountField>> {
  const { id } = await requireRole("customer");
  const { account, refusal } = parseAccount(form);
  if (!account) return refusedForm(form, accountFields, refusal);
  await saveAccount(mohallaMart(), id, account);
  redirect("/account?saved=yes");
}

/** Closes the account of whoever is signed in; what else is known of them is erased by the workflow. */
export async function submitClosing(): Promise<void> {
  const { id: userId } = await requireRole("customer");
  const closed = userDeleted.create({ userId, reason: "requested" });
  await mohallaMart().users.close(userId, { emit: [closed] });
  await closeSession();
  log.info({ userId }, "an account was closed");
  redirect("/account/closed");
}
