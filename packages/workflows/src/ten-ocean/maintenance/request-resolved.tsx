import * as z from "zod";
import { formatMoment } from "../brand.ts";
import { requestFacts } from "./request-facts.ts";
import { requestNotice } from "./request-notice.tsx";

const resolved = z.object({
  ...requestFacts.shape,
  resolution: z.string().optional(),
  /** ISO 8601: when it closes by itself. */
  closesAt: z.string(),
});

const common = {
  data: resolved,
  label: "Answer",
  because: "you reported a repair",
};

/** To the tenant: does it hold? */
export const requestResolved = requestNotice({
  ...common,
  name: "request-resolved",
  title: ({ number }) => `Is it fixed? Your request #${number} is resolved`,
  paragraphs: ({ about, place, resolution, closesAt }, { brand }) => [
    `The repair (${about}, ${place}) is reported as done${resolution ? `: ${resolution}` : "."}`,
    "Confirm it, or say what is still wrong, and the request is opened again.",
    `Without an answer it closes by itself on ${formatMoment(closesAt, brand)}.`,
  ],
});

/** The same two days before the end. */
export const requestUnconfirmed = requestNotice({
  ...common,
  name: "request-unconfirmed",
  title: ({ number }) => `Two days left to answer: request #${number}`,
  paragraphs: ({ about, place, closesAt }, { brand }) => [
    `We do not know yet whether the repair holds (${about}, ${place}).`,
    `Confirm it, or say what is still wrong. Without an answer the request closes by itself on ${formatMoment(closesAt, brand)}.`,
  ],
});
