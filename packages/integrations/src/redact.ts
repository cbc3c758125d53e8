/**
 * The text without any string that occurs as a value in `data`, at any depth: for messages of others that may quote
 * what they were sent. Values under three characters are left, they say nothing about a person.
 */
export function withoutValues(text: string, data: unknown): string {
  const values = [...stringsIn(data)].filter((value) => value.length >= 3);
  // Longest first, so that a value inside another one does not leave the rest of it behind.
  values.sort((a, b) => b.length - a.length);
  return values.reduce((result, value) => result.replaceAll(value, "[removed]"), text);
}

function* stringsIn(data: unknown): Generator<string> {
  if (typeof data === "string") yield data;
  else if (typeof data === "object" && data !== null)
    for (const value of Object.values(data)) yield* stringsIn(value);
}
