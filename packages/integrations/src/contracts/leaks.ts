import { inspect } from "node:util";

/**
 * The secrets that can be found in a value, however it is looked at: printed, as JSON, as text, and in every property
 * at any depth, also hidden ones and causes; written as they are or in one of the encodings that requests use.
 */
export function leaksIn(value: unknown, secrets: readonly string[]): string[] {
  const texts = [
    inspect(value, { depth: 20, showHidden: true, getters: true }),
    asJson(value),
    String(value),
  ];
  const haystack = [...texts, ...stringsIn(value)].join("\n");
  return secrets.filter((secret) => encodingsOf(secret).some((encoded) => haystack.includes(encoded)));
}

function encodingsOf(secret: string): string[] {
  const form = new URLSearchParams({ "": secret }).toString().slice(1);
  // Base64 of a text depends on where in the encoded whole it stands: three ways, without the touched edges.
  const base64 = [0, 1, 2].map((offset) => {
    const encoded = Buffer.from(`${" ".repeat(offset)}${secret}`)
      .toString("base64")
      .replace(/=+$/, "");
    return encoded.slice(offset === 0 ? 0 : offset + 1, -2);
  });
  return [secret, encodeURIComponent(secret), form, JSON.stringify(secret).slice(1, -1), ...base64];
}

function asJson(value: unknown): string {
  try {
    return JSON.stringify(value) ?? "";
  } catch {
    return "";
  }
}

function* stringsIn(value: unknown, seen = new Set<unknown>()): Generator<string> {
  if (typeof value === "string") yield value;
  if (value instanceof Uint8Array) yield Buffer.from(value).toString("utf8");
  if (typeof value !== "object" || value === null || seen.has(value)) return;
  seen.add(value);
  for (const key of Reflect.ownKeys(value)) {
    yield String(key);
    yield* stringsIn(propertyOf(value, key), seen);
  }
}

function propertyOf(value: object, key: PropertyKey): unknown {
  try {
    return Reflect.get(value, key);
  } catch (error) {
    return error;
  }
}
