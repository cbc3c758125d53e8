/** The same with each JSON text in it parsed, lines of it too: as a value the order of its names says nothing. */
export function parsed(value: unknown): unknown {
  if (typeof value === "string") return parsedText(value);
  if (Array.isArray(value)) return value.map(parsed);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, parsed(each)]));
}

function parsedText(text: string): unknown {
  const whole = jsonOf(text);
  if (whole !== undefined) return parsed(whole);
  const lines = text.trimEnd().split("\n").map(jsonOf);
  return lines.includes(undefined) ? text : parsed(lines);
}

/** An object or an array; a number alone may be any text's. */
function jsonOf(text: string): object | undefined {
  if (!/^[[{]/.test(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
