"use server";

import { redirect } from "next/navigation";
import { operationsCommands } from "../commands.ts";
import { textOf } from "../forms/form-data.ts";
import type { FormState } from "../forms/form-state.ts";
import { keepsEntries } from "../forms/keeps-entries.ts";
import { refusedForm } from "../forms/refused-form.ts";
import { log } from "../log.ts";
import { requireRole } from "../session/current-person.ts";

/** Lets an address be written to again, or returns the form with what is wrong. */
export const liftSuppression = keepsEntries<FormState<"address" | "channel">>(async (_previous, form) => {
  const { id: operatorId } = await requireRole("admin");
  const channel = textOf(form, "channel") === "sms" ? "sms" : "email";
  const address = textOf(form, "address");
  const outcome = await operationsCommands().liftSuppression({ channel, address, operatorId });
  if (!outcome.ok) return refusedForm(form, ["address", "channel"], outcome);
  log.info({ channel, liftedBy: operatorId }, "an address may be written to again");
  redirect("/operations/suppressed-addresses?lifted=yes");
});
