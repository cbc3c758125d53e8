import * as z from "zod";
import { requestFacts } from "./request-facts.ts";
import { requestNotice } from "./request-notice.tsx";

/** To the tenant: it has arrived, and this is what it is called. */
export const requestReceived = requestNotice({
  name: "request-received",
  data: z.object({ ...requestFacts.shape, urgent: z.boolean() }),
  title: ({ number }) => `Your request #${number} has arrived`,
  paragraphs: ({ number, about, place, urgent }) => [
    `We have your request about ${about} in ${place}. Its number is ${number}: say it when you call.`,
    `Those who look after repairs were told. If nobody takes it within ${urgent ? "an hour" : "24 hours"}, the whole board hears of it.`,
  ],
  label: "Follow the request",
  because: "you reported a repair",
});
