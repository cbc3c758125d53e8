/**
 * A message with what stands for a link replaced, in every text however deep. Nothing but texts changes, so the message
 * keeps its type. Links open something to whoever has them, so no step returns one: they are filled in where it is sent.
 */
export function filledIn<Message>(message: Message, links: Readonly<Record<string, string>>): Message {
  return fill(message, Object.entries(links)) as Message;
}

/** Whether a message holds any of these. */
export function holdsAny(message: object, placeholders: readonly string[]): boolean {
  const text = JSON.stringify(message);
  return placeholders.some((placeholder) => text.includes(placeholder));
}

function fill(part: unknown, links: readonly (readonly [string, string])[]): unknown {
  if (typeof part === "string")
    return links.reduce((text, [placeholder, link]) => text.replaceAll(placeholder, () => link), part);
  if (Array.isArray(part)) return part.map((each) => fill(each, links));
  if (typeof part !== "object" || part === null) return part;
  return Object.fromEntries(Object.entries(part).map(([name, each]) => [name, fill(each, links)]));
}
