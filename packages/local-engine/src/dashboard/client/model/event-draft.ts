import { checkJson, type JsonProblem, problemAt } from "./json.ts";

export type DraftCheck = { ok: true; names: string[] } | { ok: false; problem: JsonProblem };

/** Checks the text of one event or a list of events before it is sent. */
export function checkDraft(text: string): DraftCheck {
  const json = checkJson(text);
  if (!json.ok) return json;
  const events = Array.isArray(json.value) ? json.value : [json.value];
  const names: string[] = [];
  for (const event of events) {
    const reason = whatIsWrong(event);
    if (reason !== undefined)
      return { ok: false, problem: problemAt(text, placeOf(text, reason.key), reason.message) };
    names.push(String(event.name));
  }
  if (names.length === 0) return { ok: false, problem: problemAt(text, 0, "the list holds no event") };
  return { ok: true, names };
}

function whatIsWrong(event: unknown): { message: string; key: string } | undefined {
  if (!isRecord(event)) return { message: 'an event is an object such as {"name": …, "data": {…}}', key: "" };
  if (typeof event.name !== "string" || event.name.trim() === "") {
    return { message: '"name" has to be a text', key: "name" };
  }
  if (event.name.toLowerCase().startsWith("inngest/")) {
    return { message: 'names that begin with "inngest/" are reserved', key: "name" };
  }
  if (event.data !== undefined && event.data !== null && !isRecord(event.data)) {
    return { message: '"data" has to be an object', key: "data" };
  }
  return undefined;
}

function placeOf(text: string, key: string): number {
  return key === "" ? 0 : Math.max(0, text.indexOf(`"${key}"`));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
