/** A name that is being typed. */
export interface MentionQuery {
  /** What stands behind the @ so far. */
  text: string;
  /** Where the @ is. */
  start: number;
  /** Where the text ends: at the caret. */
  end: number;
}

/** An @ that begins a word, with up to three words of a name behind it. */
const typed = /(?<![\p{L}\p{N}_.@])@(\p{L}[\p{L}\p{M}'’.-]*(?: [\p{L}\p{M}'’.-]+){0,2} ?)$/u;
const longest = 60;

/** The name that is being typed at the caret; undefined when there is none. */
export function queryAt(value: string, caret: number): MentionQuery | undefined {
  const begin = Math.max(0, caret - longest);
  const found = typed.exec(value.slice(begin, caret));
  return found ? { text: found[1] ?? "", start: begin + found.index, end: caret } : undefined;
}

/** Puts a name in place of what was typed, and the caret behind it. */
export function insertHandle(
  field: Pick<HTMLTextAreaElement, "setRangeText" | "focus">,
  { start, end }: MentionQuery,
  handle: string,
): void {
  field.setRangeText(`@${handle} `, start, end, "end");
  field.focus();
}
