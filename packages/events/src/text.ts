let segmenter: Intl.Segmenter | undefined;

/**
 * The beginning of a text, of at most `longest` UTF-16 units with the ellipsis, cut between characters as readers see
 * them: never within an emoji, a conjunct or a letter with its marks.
 * @param ellipsis what stands at the cut; `…` unless given, and with it the space before it goes
 */
export function cutText(text: string, longest: number, ellipsis = "…"): string {
  if (text.length <= longest) return text;
  segmenter ??= new Intl.Segmenter("en", { granularity: "grapheme" });
  let kept = 0;
  for (const { segment, index } of segmenter.segment(text)) {
    if (index + segment.length > longest - ellipsis.length) break;
    kept = index + segment.length;
  }
  const beginning = text.slice(0, kept);
  return ellipsis === "" ? beginning : `${beginning.trimEnd()}${ellipsis}`;
}

/** A text in one line, for subjects, headers and titles: each stretch of spaces, breaks and control characters is one space. */
export function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}\u2028\u2029]+/gu, " ").trim();
}

/** What no database, JSON parser or vendor takes alike: the character NUL, and half of a character (an unpaired surrogate). */
export function isStorable(text: string): boolean {
  // With the flag, halves are those that are not of a pair.
  return !/[\0\ud800-\udfff]/u.test(text);
}

/** The same text without NUL, and with � in place of each half of a character. */
export function storable(text: string): string {
  return text.replaceAll("\0", "").replace(/\p{Surrogate}/gu, "\uFFFD");
}
