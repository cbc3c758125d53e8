import { type OutputUnit, type Schema, Validator } from "@cfworker/json-schema";
import { findNodeAtLocation, parseTree } from "jsonc-parser";
import { checkJson, type JsonProblem, problemAt } from "./json.ts";

/** `doubt`: the event can be sent, and its data is not as its schema says. */
export type DraftCheck =
  | { ok: true; names: string[]; doubt?: JsonProblem }
  | { ok: false; problem: JsonProblem };

/** JSON schemas of data, by event name. */
export type DataSchemas = Readonly<Record<string, Schema>>;

/** Checks the text of one event or a list of events before it is sent. */
export function checkDraft(text: string, schemas: DataSchemas = {}): DraftCheck {
  const json = checkJson(text);
  if (!json.ok) return json;
  const isList = Array.isArray(json.value);
  const events = Array.isArray(json.value) ? json.value : [json.value];
  const names: string[] = [];
  for (const event of events) {
    const reason = whatIsWrong(event);
    if (reason !== undefined)
      return { ok: false, problem: problemAt(text, placeOf(text, reason.key), reason.message) };
    names.push(String(event.name));
  }
  if (names.length === 0) return { ok: false, problem: problemAt(text, 0, "the list holds no event") };
  for (const [position, { name, data }] of events.entries()) {
    const wrong = firstError(data ?? {}, Object.hasOwn(schemas, name) ? schemas[name] : undefined);
    if (!wrong) continue;
    const path = [...(isList ? [position] : []), "data", ...wrong.path];
    return { ok: true, names, doubt: problemAt(text, offsetOf(text, path), wrong.message) };
  }
  return { ok: true, names };
}

interface DataError {
  /** Within the data. */
  path: (string | number)[];
  message: string;
}

/** These only say that something below them is wrong. */
const containers = new Set(["properties", "additionalProperties", "items", "prefixItems", "allOf", "$ref"]);

function firstError(data: unknown, schema: Schema | undefined): DataError | undefined {
  if (schema === undefined) return undefined;
  const { errors } = new Validator(schema, "2020-12", false).validate(data);
  const error = errors.find(({ keyword }) => !containers.has(keyword)) ?? errors[0];
  return error && { path: pathOf(error, data), message: messageOf(error) };
}

/** `#/items/0/quantity` as the keys on the way. */
function pathOf({ instanceLocation }: OutputUnit, data: unknown): (string | number)[] {
  let at = data;
  return instanceLocation
    .split("/")
    .slice(1)
    .map((escaped) => {
      const key = decodeURIComponent(escaped).replaceAll("~1", "/").replaceAll("~0", "~");
      const step = Array.isArray(at) ? Number(key) : key;
      at = Object(at)[step];
      return step;
    });
}

/** The validator's sentence in the words of the other messages here. */
function messageOf({ error, instanceLocation }: OutputUnit): string {
  const field = instanceLocation.split("/").slice(1).join(".");
  const plain = error
    .replace(/\.$/, "")
    .replace(/^Instance does not have required property/, "it lacks")
    .replace(
      /^Instance type "(\w+)" is invalid\. Expected "(\w+)"$/,
      "it is of the type $1, and has to be $2",
    );
  return `"data${field === "" ? "" : `.${field}`}" is not as its schema says: ${plain}`;
}

/** Of the value, or of what is nearest above it. */
function offsetOf(text: string, path: readonly (string | number)[]): number {
  const tree = parseTree(text);
  for (let length = path.length; tree && length > 0; length--) {
    const node = findNodeAtLocation(tree, path.slice(0, length));
    if (node) return node.offset;
  }
  return 0;
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
