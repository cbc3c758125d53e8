import * as z from "zod";

export const titleLength = 120;
export const bodyLength = 10_000;

/** What nobody can see is left out, and lines end in one way. */
function tidy(text: string): string {
  return text
    .replace(/\r\n?/g, "\n")
    .replace(/(?![\n\t])\p{Control}/gu, "")
    .normalize("NFC")
    .trim();
}

function isReadable(text: string): boolean {
  return /[\p{L}\p{N}\p{P}\p{S}]/u.test(text);
}

function writtenField(missing: string, tooLong: string, length: number, tidied = tidy) {
  return z.string().overwrite(tidied).refine(isReadable, missing).max(length, tooLong);
}

export const titleField = writtenField(
  "Enter what the topic is about.",
  `Shorten the title to ${titleLength} characters.`,
  titleLength,
  (text) => tidy(text).replace(/\s+/gu, " "),
);

export const bodyField = writtenField(
  "Write something first.",
  `Shorten the post to ${bodyLength.toLocaleString("en-US")} characters.`,
  bodyLength,
);
