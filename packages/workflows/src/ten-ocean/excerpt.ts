import { cutText } from "@org/events/text";

/** The beginning of a text in one line; whole words, and no part of a character. */
export function excerptOf(text: string, length: number): string {
  const line = text.replace(/\s+/gu, " ").trim();
  if (line.length <= length) return line;
  const cut = cutText(line, length - 1, "");
  const word = line[cut.length] === " " ? cut.length : cut.lastIndexOf(" ");
  return `${word > length / 2 ? cut.slice(0, word) : cut}…`;
}

/** A text in pieces of at most that length, cut where a line or a word ends. */
export function piecesOf(text: string, length: number): string[] {
  if (text.length <= length) return [text];
  // A character that is longer than a piece is cut all the same, or the rest would never come.
  const longest = cutText(text, length, "") || text.slice(0, length);
  const ends = ["\n\n", "\n", " "].map((end) => longest.lastIndexOf(end));
  const end = ends.find((at) => at > length / 2) ?? longest.length;
  return [text.slice(0, end).trimEnd(), ...piecesOf(text.slice(end).trimStart(), length)].filter(Boolean);
}
