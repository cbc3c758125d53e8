import { type ParseError, parse, printParseErrorCode } from "jsonc-parser";

/** Where a JSON text is wrong. Lines and columns count from 1. */
export interface JsonProblem {
  message: string;
  offset: number;
  line: number;
  column: number;
}

export type JsonCheck = { ok: true; value: unknown } | { ok: false; problem: JsonProblem };

/** Reads strict JSON and tells the place of the first mistake. */
export function checkJson(text: string): JsonCheck {
  const errors: ParseError[] = [];
  const value: unknown = parse(text, errors, { disallowComments: true, allowTrailingComma: false });
  const [first] = errors;
  if (!first) return { ok: true, value };
  return { ok: false, problem: problemAt(text, first.offset, describe(first)) };
}

/** @param refusal said of JSON that is no object. */
export function checkObject(
  text: string,
  refusal: string,
): { value?: Record<string, unknown>; problem: JsonProblem | undefined } {
  const checked = checkJson(text);
  if (!checked.ok) return { problem: checked.problem };
  if (isRecord(checked.value)) return { value: checked.value, problem: undefined };
  return { problem: problemAt(text, 0, refusal) };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function problemAt(text: string, offset: number, message: string): JsonProblem {
  const before = text.slice(0, offset).split("\n");
  return { message, offset, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

/** `PropertyNameExpected` as "property name expected". */
function describe({ error }: ParseError): string {
  return printParseErrorCode(error)
    .replaceAll(/([A-Z])/g, " $1")
    .trim()
    .toLowerCase();
}

/** Two-space form of a JSON text; the text as it is when it cannot be read, as when it was cut. */
export function prettyJson(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), undefined, 2);
  } catch {
    return text;
  }
}

export type TokenKind = "key" | "string" | "number" | "word" | "mark";

const tokenPattern =
  /("(?:[^"\\]|\\.)*")(\s*:)?|(-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)|\b(true|false|null)\b|([{}[\],:]+)/g;

/** Splits pretty JSON for colouring. Text between tokens comes with no kind. */
export function jsonTokens(text: string): { text: string; kind?: TokenKind }[] {
  const tokens: { text: string; kind?: TokenKind }[] = [];
  let from = 0;
  for (const match of text.matchAll(tokenPattern)) {
    const [whole, string, colon, number, word] = match;
    if (match.index > from) tokens.push({ text: text.slice(from, match.index) });
    if (string !== undefined) {
      tokens.push({ text: string, kind: colon === undefined ? "string" : "key" });
      if (colon !== undefined) tokens.push({ text: colon, kind: "mark" });
    } else {
      tokens.push({
        text: whole,
        kind: number !== undefined ? "number" : word !== undefined ? "word" : "mark",
      });
    }
    from = match.index + whole.length;
  }
  if (from < text.length) tokens.push({ text: text.slice(from) });
  return tokens;
}
