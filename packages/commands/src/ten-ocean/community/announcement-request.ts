import { announcementId } from "@org/events/ten-ocean/fields";
import { ulid } from "ulid";
import * as z from "zod";
import { outOfDate } from "../../internal/out-of-date.ts";
import { type FieldOf, requestRule } from "../../request.ts";
import type { PersonWith } from "../../sessions/person.ts";

/** Who publishes: an admin to the house or to any floor, a floor captain to their own. */
export type Announcer = PersonWith<"association-admin" | "floor-captain">;

/** A fresh id for the form that somebody is about to fill in: sent twice, it is one announcement. */
export function newAnnouncementId(): string {
  return `ann_${ulid()}`;
}

export const announcementRequest = requestRule({
  schema: z.object({
    announcementId,
    title: z
      .string()
      .overwrite((text) => text.trim().replace(/\s+/gu, " "))
      .min(1, "Enter a title.")
      .max(120, "Shorten the title to 120 characters."),
    body: z
      .string()
      .overwrite((text) => text.replaceAll("\r\n", "\n").trim())
      .min(1, "Write what there is to say.")
      .max(4_000, "Shorten the text to 4,000 characters."),
    /** A floor's number, or empty for the whole house. */
    floor: z
      .string()
      .regex(/^(-?\d{1,3})?$/, "Choose the house or a floor from the list.")
      .transform((text) => (text === "" ? undefined : Number(text))),
    /** `yes` as a box has it that was ticked; empty otherwise. */
    urgent: z.string().transform((text) => text === "yes"),
  }),
  fields: ["title", "body", "floor", "urgent"],
  damaged: outOfDate(),
});

/** The entries of an announcement's form. */
export type AnnouncementField = FieldOf<typeof announcementRequest>;

/** Whether somebody may publish to a floor, or to the house when it is undefined. */
export function mayAnnounceTo(announcer: Announcer, floor: number | undefined): boolean {
  return announcer.role === "association-admin" || announcer.floor === floor;
}

/** Whether an announcement is among those that somebody reads: their floor's and the house's. */
export function concerns(floor: number | undefined, reader: { floor?: number }): boolean {
  return floor === undefined || floor === reader.floor;
}
