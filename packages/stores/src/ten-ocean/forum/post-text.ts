/**
 * How a post's text is kept: plain, with `@[user_maya]` where it names somebody, so that names are what they are when it
 * is read.
 */
import { cutText } from "@org/events/text";

const mention = /@\[(user_[A-Za-z0-9]{1,64})\]/g;

/** What stands in the text for somebody. */
export function mentionOf(userId: string): string {
  return `@[${userId}]`;
}

/** What stands in the text for somebody whose account was removed. */
export const formerResident = "@former resident";

export type TextPart = { text: string } | { text: string; userId: string };

/** The text cut where it names somebody whose name is known; anything else stays as it was typed. */
export function partsOf(body: string, names: Readonly<Record<string, string>>): TextPart[] {
  const parts: TextPart[] = [];
  let end = 0;
  for (const found of body.matchAll(mention)) {
    const [whole, userId = ""] = found;
    const name = Object.hasOwn(names, userId) ? names[userId] : undefined;
    if (name === undefined) continue;
    if (found.index > end) parts.push({ text: body.slice(end, found.index) });
    parts.push({ text: `@${name}`, userId });
    end = found.index + whole.length;
  }
  if (end < body.length) parts.push({ text: body.slice(end) });
  return parts;
}

/** The text with names, for people. */
export function readableText(body: string, names: Readonly<Record<string, string>>): string {
  return partsOf(body, names)
    .map(({ text }) => text)
    .join("");
}

/** Whom the text names. */
export function mentionedIn(body: string): string[] {
  return [...new Set([...body.matchAll(mention)].map(([, userId = ""]) => userId))];
}

/** The beginning of a text in one line; cut between characters as readers see them. */
export function excerptOf(text: string, length = 200): string {
  return cutText(text.replace(/\s+/g, " ").trim(), length);
}
