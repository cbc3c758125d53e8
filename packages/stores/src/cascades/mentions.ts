const partOfId = /[A-Za-z0-9_]/;

/** Whether one of the texts stands in what is written, where it is not a part of a longer id. */
export function mentions(written: string, texts: readonly string[]): boolean {
  return texts.some((text) => holdsWhole(written, text));
}

function holdsWhole(written: string, text: string): boolean {
  for (let at = written.indexOf(text); at >= 0; at = written.indexOf(text, at + 1)) {
    const [before = "", after = ""] = [written[at - 1], written[at + text.length]];
    if (!partOfId.test(before) && !partOfId.test(after)) return true;
  }
  return false;
}
