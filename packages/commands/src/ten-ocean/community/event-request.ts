import { eventId } from "@org/events/ten-ocean/fields";
import * as z from "zod";
import { outOfDate } from "../../internal/out-of-date.ts";
import { type FieldOf, requestRule } from "../../request.ts";
import { count } from "../../words.ts";
import { fromBuildingTime } from "../building-time.ts";

export const longestTitle = 120;
export const longestLocation = 200;
export const longestDescription = 4_000;
/** Of one event; more than the house has room for. */
export const mostSeats = 500;

/** What stands for half of an emoji, or what no keyboard types: some program garbled the text on its way. */
const unreadable = "Some characters here cannot be read. Delete what looks odd, and type it again.";

function isReadable(text: string): boolean {
  return !/\uFFFD|[^\P{Cc}\n\t]/u.test(text);
}

/** One line, its spaces tidied. */
function lineField(what: string, longest: number) {
  return z
    .string()
    .overwrite((text) => text.normalize("NFC").trim().replace(/\s+/gu, " "))
    .min(1, `Enter ${what}.`)
    .max(longest, `Shorten it to ${longest} characters.`)
    .refine(isReadable, unreadable);
}

/** Several lines; may be empty unless `what` says what to enter. */
export function linesField(longest: number, what?: string) {
  const lines = z.string().overwrite((text) => text.normalize("NFC").replaceAll("\r\n", "\n").trim());
  return (what === undefined ? lines : lines.min(1, `Enter ${what}.`))
    .max(longest, `Shorten it to ${longest.toLocaleString("en-US")} characters.`)
    .refine(isReadable, unreadable);
}

const noSuchTime =
  "Enter a date and a time that exist. In the night in which summer time begins, the clock skips an hour.";

const moment = z.string().transform((text, context) => {
  const iso = fromBuildingTime(text);
  if (iso !== undefined) return iso;
  context.addIssue({ code: "custom", message: text ? noSuchTime : "Enter the date and the time." });
  return z.NEVER;
});

/** What an organizer says of a community event. */
export const eventRequest = requestRule({
  schema: z
    .object({
      eventId,
      title: lineField("a title", longestTitle),
      description: linesField(longestDescription, "a few words on what it is"),
      location: lineField("where it is", longestLocation),
      /** By the building's clock: `2026-11-20T18:00`. */
      startsAt: moment,
      /** The same; empty where nobody knows. */
      endsAt: z.union([z.literal("").transform(() => undefined), moment], { error: noSuchTime }),
      /** Seats; empty for no limit. */
      capacity: z
        .string()
        .trim()
        .regex(/^\d{0,4}$/, `Enter a whole number of seats up to ${mostSeats}, or leave it empty.`)
        .transform((text) => (text === "" ? undefined : Number(text)))
        .pipe(
          z
            .number()
            .min(1, "Enter at least one seat, or leave it empty for no limit.")
            .max(mostSeats, `Enter at most ${count(mostSeats, "seat")}, or leave it empty for no limit.`)
            .optional(),
        ),
    })
    .refine(({ startsAt, endsAt }) => endsAt === undefined || endsAt > startsAt, {
      path: ["endsAt"],
      error: "It has to end after it starts.",
    }),
  fields: ["title", "description", "location", "startsAt", "endsAt", "capacity"],
  damaged: outOfDate(),
});

/** The entries that an organizer fills in. */
export type EventField = FieldOf<typeof eventRequest>;
