import * as z from "zod";
import { requestFacts } from "./request-facts.ts";
import { requestNotice } from "./request-notice.tsx";

/** To the tenant: who looks after it. */
export const requestAssigned = requestNotice({
  name: "request-assigned",
  data: z.object({ ...requestFacts.shape, assignee: z.string() }),
  title: ({ number, assignee }) => `${assignee} looks after your request #${number}`,
  paragraphs: ({ about, place, assignee }) => [
    `${assignee} is now in charge of your request about ${about} in ${place}.`,
    "You hear from us when a date is set or something changes.",
  ],
  label: "Follow the request",
  because: "you reported a repair",
});

/** To whoever was put in charge. */
export const requestEntrusted = requestNotice({
  name: "request-entrusted",
  data: z.object({ ...requestFacts.shape, description: z.string(), tenant: z.string() }),
  title: ({ number, about, place }) => `Request #${number} is yours: ${about}, ${place}`,
  paragraphs: ({ tenant, description }) => [
    `You were put in charge of it. ${tenant} reported:`,
    description,
    "Set a date on the request’s page, and say there when it is done.",
  ],
  label: "Open the request",
  because: "you were put in charge of a repair",
});

/** To whoever was in charge before. */
export const requestPassedOn = requestNotice({
  name: "request-passed-on",
  data: z.object({ ...requestFacts.shape, assignee: z.string() }),
  title: ({ number, assignee }) => `${assignee} takes over request #${number}`,
  paragraphs: ({ about, place, assignee }) => [
    `The request about ${about} in ${place} is no longer yours: ${assignee} looks after it from now on.`,
  ],
  label: "Open the request",
  because: "you were in charge of a repair",
});
