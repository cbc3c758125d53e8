"use server";

import { redirect } from "next/navigation";
import { operationsCommands } from "../commands.ts";
import { textOf } from "../forms/form-data.ts";
import { log } from "../log.ts";
import { requireRole } from "../session/current-person.ts";
import { type DoubtNotice, messagesInDoubtPath } from "./doubt-paths.ts";

/** Books a message as sent that arrived although its vendor did not say so. */
export async function settleMessage(form: FormData): Promise<void> {
  const { id: operatorId } = await requireRole("admin");
  const key = textOf(form, "key");
  const outcome = await operationsCommands().settleMessage({ key, operatorId });
  if (!outcome.ok) redirect(messagesInDoubtPath(noticeOf(outcome.code)));
  log.info({ messageKey: key, settledBy: operatorId }, "a message in doubt was settled as sent");
  redirect(messagesInDoubtPath("settled"));
}

/** Asks the worker to send a message again of which nobody knows whether it arrived. */
export async function resendMessage(form: FormData): Promise<void> {
  const { id: operatorId } = await requireRole("admin");
  const key = textOf(form, "key");
  const outcome = await operationsCommands().resendMessage({ key, operatorId });
  if (!outcome.ok) redirect(messagesInDoubtPath(noticeOf(outcome.code)));
  log.info({ messageKey: key, requestedBy: operatorId }, "a message in doubt is to be sent again");
  redirect(messagesInDoubtPath("resent"));
}

function noticeOf(code: string): DoubtNotice {
  return code === "run-not-kept" ? code : "not-in-doubt";
}
