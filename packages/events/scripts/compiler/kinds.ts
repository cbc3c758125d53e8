import { checksOf, isPlainPattern, range, shownField, writeSteps } from "./checks.ts";
import { call, type Definition, helper, type Node, refused, text, type Writer } from "./code.ts";
import { ownMessage, writtenMessage } from "./messages.ts";

/** The expression for a node of one kind. */
type Kind = (writer: Writer, node: Node) => string;

/** A message in place of zod's for a wrong type is not worth its bytes. */
function plain(writer: Writer, node: Node): void {
  if ("coerce" in node.definition && node.definition.coerce) throw refused(writer, node, "a coerced value");
  if (node.definition.error) throw refused(writer, node, "a message in place of zod's for a wrong type");
}

const string: Kind = (writer, node) => {
  const isOwnFormat = "check" in node.definition;
  if (!isOwnFormat || node.definition.error) plain(writer, node);
  const isAscii = checksOf(node).some(
    (check) => "pattern" in check && check.pattern instanceof RegExp && isPlainPattern(check.pattern),
  );
  const steps = writeSteps(writer, node);
  return call(writer, "text", ...steps, ...(isAscii ? [] : [helper(writer, "storable")]));
};

const number: Kind = (writer, node) => {
  plain(writer, node);
  return call(writer, "number", ...writeSteps(writer, node));
};

function named(name: string): Kind {
  return (writer, node) => {
    plain(writer, node);
    if (checksOf(node).length > 0) throw refused(writer, node, "a check of this kind");
    return helper(writer, name);
  };
}

function oneOf(values: (definition: Definition) => readonly unknown[]): Kind {
  return (writer, node) => {
    const known = values(node.definition);
    const isShort = known.every((value) => (JSON.stringify(value) ?? "x".repeat(100)).length < 100);
    if (!isShort || checksOf(node).length > 0) throw refused(writer, node, "this list of values");
    const message = writtenMessage(writer, node, node.definition) ?? ownMessage(invalidValue(known));
    return call(writer, "oneOf", JSON.stringify(known), text(message));
  };
}

/** Guarantee: what zod words an invalid value by. */
function invalidValue(values: readonly unknown[]): Parameters<typeof ownMessage>[0] {
  return { code: "invalid_value", values: values as string[], input: undefined };
}

const array: Kind = (writer, node) => {
  if (node.definition.type !== "array") throw refused(writer, node, node.definition.type);
  plain(writer, node);
  const limits: [number?, number?, string?, string?] = [];
  for (const check of checksOf(node)) {
    const message = writtenMessage(writer, node, check);
    if (check.check === "min_length" && limits[0] === undefined)
      [limits[0], limits[2]] = [check.minimum, message];
    else if (check.check === "max_length" && limits[1] === undefined)
      [limits[1], limits[3]] = [check.maximum, message];
    else throw refused(writer, node, `the check ${check.check}`);
  }
  const item = writer.write(node.definition.element, `${node.path}[]`);
  return call(
    writer,
    "list",
    item,
    ...(limits.length > 0 ? [range(Array.from(limits) as typeof limits)] : []),
  );
};

const object: Kind = (writer, node) => {
  const { definition } = node;
  if (definition.type !== "object") throw refused(writer, node, definition.type);
  plain(writer, node);
  if (definition.catchall) throw refused(writer, node, "an object that says what becomes of unknown keys");
  const fields = Object.entries(definition.shape).map(([key, schema]) => {
    // Keys that are numbers would not stay in their order.
    if (key === "__proto__" || shownField(writer, node, key) === "")
      throw refused(writer, node, `the key ${key}`);
    const { optin, optout } = schema._zod;
    if (optin !== undefined && optout !== "optional") throw refused(writer, node, `the default of ${key}`);
    const name = /^[A-Za-z_$][\w$]*$/.test(key) ? key : text(key);
    return `${name}:${writer.write(schema, node.path ? `${node.path}.${key}` : key)}`;
  });
  return call(writer, "object", `{${fields.join(",")}}`, ...writeSteps(writer, node));
};

const record: Kind = (writer, node) => {
  const { definition } = node;
  const isOpen = definition.type === "record" && definition.keyType._zod.def.type === "string";
  if (!isOpen || definition.mode === "loose" || checksOf(node).length > 0) {
    throw refused(writer, node, "a record of these keys");
  }
  plain(writer, node);
  const key = writer.write(definition.keyType, `${node.path} keys`);
  return call(writer, "named", key, writer.write(definition.valueType, `${node.path}.*`));
};

const union: Kind = (writer, node) => {
  const { definition } = node;
  if (definition.type !== "union" || definition.inclusive === false || checksOf(node).length > 0) {
    throw refused(writer, node, "this kind of union");
  }
  plain(writer, node);
  return call(writer, "either", ...definition.options.map((schema) => writer.write(schema, node.path)));
};

function unless(...empty: string[]): Kind {
  return (writer, node) => {
    const { definition } = node;
    if (!("innerType" in definition) || checksOf(node).length > 0)
      throw refused(writer, node, definition.type);
    return call(writer, "maybe", writer.write(definition.innerType, node.path), ...empty);
  };
}

export const kinds: Partial<Record<Definition["type"], Kind>> = {
  string,
  number,
  boolean: named("boolean"),
  null: named("nothing"),
  enum: oneOf((definition) => ("entries" in definition ? Object.values(definition.entries) : [])),
  literal: oneOf((definition) => ("values" in definition ? definition.values : [])),
  array,
  object,
  record,
  union,
  optional: unless(),
  nullable: unless("null"),
};
