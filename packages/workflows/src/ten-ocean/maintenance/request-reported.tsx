import * as z from "zod";
import { requestFacts } from "./request-facts.ts";
import { requestNotice } from "./request-notice.tsx";

const reported = z.object({ ...requestFacts.shape, reporter: z.string(), description: z.string() });

const common = {
  data: reported,
  label: "Open the request",
  because: "you look after repairs",
};

/** To the board: somebody has to take it. */
export const requestReported = requestNotice({
  ...common,
  name: "request-reported",
  title: ({ number, about, place }) => `New request #${number}: ${about}, ${place}`,
  paragraphs: ({ reporter, description }) => [`${reporter} reported:`, description],
});

/** The same of a burst pipe: told at once, whatever the hour. */
export const urgentRequestReported = requestNotice({
  ...common,
  name: "urgent-request-reported",
  importance: "urgent",
  title: ({ number, about, place }) => `URGENT request #${number}: ${about}, ${place}`,
  paragraphs: ({ reporter, description }) => [
    `${reporter} reported something that cannot wait:`,
    description,
    "This message ignores quiet hours. If nobody takes the request within an hour, the whole board hears of it.",
  ],
});
