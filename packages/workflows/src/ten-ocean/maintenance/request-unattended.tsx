import * as z from "zod";
import { requestFacts } from "./request-facts.ts";
import { requestNotice } from "./request-notice.tsx";

const unattended = z.object({ ...requestFacts.shape, description: z.string() });

const common = {
  data: unattended,
  label: "Take the request",
  because: "you are on the board",
};

/** To the whole board: nobody took it for a day. */
export const requestUnattended = requestNotice({
  ...common,
  name: "request-unattended",
  title: ({ number, about, place }) => `Nobody has taken request #${number}: ${about}, ${place}`,
  paragraphs: ({ description }) => [
    "It has been waiting for 24 hours, and nobody is in charge of it:",
    description,
  ],
});

/** The same of an urgent one, which waits for an hour. */
export const urgentRequestUnattended = requestNotice({
  ...common,
  name: "urgent-request-unattended",
  importance: "urgent",
  title: ({ number, about, place }) => `URGENT, and nobody has taken it: #${number}, ${about}, ${place}`,
  paragraphs: ({ description }) => [
    "It is urgent, and nobody is in charge of it yet:",
    description,
    "The whole board gets this message, and it ignores quiet hours.",
  ],
});
