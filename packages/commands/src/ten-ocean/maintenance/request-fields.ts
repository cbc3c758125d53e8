import { maintenanceRequestCreated } from "@org/events/ten-ocean/maintenance-request-created";
import { ulid } from "ulid";
import * as z from "zod";
import { outOfDate } from "../../internal/out-of-date.ts";

/** What a request can be about, in the order of the form. */
export const requestCategories = maintenanceRequestCreated.schema.shape.category.options;

export const requestPriorities = ["urgent", "high", "normal", "low"] as const;

/** A fresh id for the form that is about to be filled in. */
export function newRequestId(): string {
  return `req_${ulid()}`;
}

/** The same for what is written about a request. */
export function newEntryId(): string {
  return `entry_${ulid()}`;
}

/** Characters that are none to read; line ends and tabs are. */
const unreadable = /(?![\n\t])\p{Cc}/gu;

/** Text of several lines; `what` completes the sentence "Enter …". Markup in it is text like any other. */
export function longTextField(what: string, maximum: number) {
  return z
    .string()
    .overwrite((text) => text.replace(/\r\n?/g, "\n").replace(unreadable, "").trim())
    .min(1, `Enter ${what}.`)
    .max(maximum, `Shorten the text to ${maximum.toLocaleString("en-US")} characters.`);
}

/** Said where what came with a form is not as it was sent. */
export const damagedForm = outOfDate();
