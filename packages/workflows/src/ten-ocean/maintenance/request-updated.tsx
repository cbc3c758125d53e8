import * as z from "zod";
import { type Brand, formatMoment } from "../brand.ts";
import { requestFacts } from "./request-facts.ts";
import { requestNotice } from "./request-notice.tsx";

const update = z.object({
  ...requestFacts.shape,
  /** Who did it; absent where it closed by itself. */
  author: z.string().optional(),
  status: z.enum(["open", "in-progress", "on-hold"]).optional(),
  priority: z.enum(["low", "normal", "high", "urgent"]).optional(),
  scheduledFor: z.string().optional(),
  unscheduled: z.boolean().optional(),
  reopened: z.boolean().optional(),
  closed: z.enum(["confirmed", "lapsed", "withdrawn"]).optional(),
  text: z.string().optional(),
});

type Update = z.output<typeof update>;

const statusWords = {
  open: "It is open and waits for somebody.",
  "in-progress": "Somebody is working on it.",
  "on-hold": "It is on hold for now.",
};

const closureWords = {
  confirmed: "The repair was confirmed, and the request is closed.",
  lapsed:
    "Nobody answered for 7 days, so the request is closed. Report a new one if something is still wrong.",
  withdrawn: "The request was withdrawn.",
};

/** What changed, a sentence each. */
function sentencesOf(data: Update, brand: Brand): string[] {
  const { author = "somebody", status, priority, scheduledFor, closed, text } = data;
  return [
    data.reopened ? "It was opened again: the repair did not hold." : status && statusWords[status],
    closed && closureWords[closed],
    priority && !data.reopened && `Its priority is now: ${priority}.`,
    scheduledFor && `Somebody comes on ${formatMoment(scheduledFor, brand)}.`,
    data.unscheduled && "The date that was set no longer holds.",
    text && `${author} wrote: ${text}`,
  ].filter((sentence) => typeof sentence === "string");
}

const common = {
  data: update,
  label: "Open the request",
};

/** To the tenant: how it goes on. */
export const requestUpdated = requestNotice({
  ...common,
  name: "request-updated",
  title: ({ number }) => `News about your request #${number}`,
  paragraphs: (data, { brand }) => [
    ...sentencesOf(data, brand),
    `This is about ${data.about} in ${data.place}.`,
  ],
  because: "you reported a repair",
});

/** To whoever is in charge, or the board: what somebody else did or wrote. */
export const entrustedRequestUpdated = requestNotice({
  ...common,
  name: "entrusted-request-updated",
  title: ({ number, about, place }) => `News about request #${number}: ${about}, ${place}`,
  paragraphs: (data, { brand }) => sentencesOf(data, brand),
  because: "you look after repairs",
});
