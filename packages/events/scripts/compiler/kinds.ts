import { call, type Node, pathOf, property, refused, report, text, type Writer } from "./code.ts";
import { type Check, checksOf, isOfLength, isPlainPattern, writeCheck } from "./checks.ts";
import { ownMessage, writtenMessage } from "./messages.ts";

/** Statements for a node of one kind. */
type Kind = (writer: Writer, node: Node) => string;

/** What is not of the right type, and the checks for which that does not matter. */
function otherwise(writer: Writer, node: Node, expected: string): string {
  const message = writtenMessage(writer, node, node.definition);
  const issue =
    message === undefined
      ? call(writer, "mistyped", report, pathOf(node), text(expected), node.value)
      : call(writer, "stop", report, pathOf(node), text(message));
  const lengths = checksOf(node).filter(isOfLength);
  return `{${issue};${lengths.map((check) => writeCheck(writer, node, check)).join("")}}`;
}

function allChecks(writer: Writer, node: Node): string {
  return checksOf(node)
    .map((check) => writeCheck(writer, node, check))
    .join("");
}

const string: Kind = (writer, node) => {
  if ("coerce" in node.definition && node.definition.coerce) throw refused(writer, node, "a coerced text");
  const isPlain = checksOf(node).some(
    (check) => "pattern" in check && check.pattern instanceof RegExp && isPlainPattern(check.pattern),
  );
  const storing = isPlain ? "" : `${call(writer, "storing", report, pathOf(node), node.value)};`;
  return `if(typeof ${node.value}=="string"){${allChecks(writer, node)}${storing}}else${otherwise(writer, node, "string")}`;
};

const number: Kind = (writer, node) => {
  if ("coerce" in node.definition && node.definition.coerce) throw refused(writer, node, "a coerced number");
  const checks = checksOf(node).map((check) => [check, writeCheck(writer, node, check)] as const);
  // What is no whole number is asked nothing more.
  const code = checks.reduceRight(
    (rest, [check, statement]) =>
      check.check === "number_format" && rest !== ""
        ? `${statement}if(Number.isInteger(${node.value})){${rest}}`
        : `${statement}${rest}`,
    "",
  );
  return `if(Number.isFinite(${node.value})){${code}}else${otherwise(writer, node, "number")}`;
};

const boolean: Kind = (writer, node) =>
  `if(typeof ${node.value}=="boolean"){${allChecks(writer, node)}}else${otherwise(writer, node, "boolean")}`;

const nothing: Kind = (writer, node) =>
  `if(${node.value}===null){${allChecks(writer, node)}}else${otherwise(writer, node, "null")}`;

function oneOf(values: (definition: Node["definition"]) => readonly unknown[]): Kind {
  return (writer, node) => {
    const known = values(node.definition);
    const isWritten = known.every((value) => value === null || ["string", "boolean", "number"].includes(typeof value));
    if (!isWritten || checksOf(node).length > 0) throw refused(writer, node, "this list of values");
    const message =
      writtenMessage(writer, node, node.definition) ??
      ownMessage({ code: "invalid_value", values: known as string[], input: undefined });
    const list = JSON.stringify(known);
    return `${list}.includes(${node.value})||${call(writer, "stop", report, pathOf(node), text(message))};`;
  };
}

const array: Kind = (writer, node) => {
  if (node.definition.type !== "array") throw refused(writer, node, node.definition.type);
  const [list, index, item] = [writer.variable(), writer.variable(), writer.variable()];
  const each = writer.write({ schema: node.definition.element, value: item, path: [...node.path, index] });
  const checks = guarded(writer, node, (check) => check.check !== "max_length");
  return (
    `if(Array.isArray(${node.value})){${tooLong(writer, node)}{${checks.before}let ${list}=[];` +
    `for(let ${index}=0;${index}<${node.value}.length;${index}++){let ${item}=${node.value}[${index}];${each}${list}[${index}]=${item}}` +
    `${node.value}=${list};${checks.after}}}else${otherwise(writer, node, "array")}`
  );
};

/** A list that is too long is not looked into, and nothing else is asked of it. */
function tooLong(writer: Writer, node: Node): string {
  const limits = checksOf(node).flatMap((check) => (check.check === "max_length" ? [check] : []));
  return limits
    .map((check) => {
      const { maximum } = check;
      const message =
        writtenMessage(writer, node, check, node.definition) ??
        ownMessage({ code: "too_big", origin: "array", maximum, inclusive: true, input: [] });
      const issue = call(writer, "stop", report, pathOf(node), text(message));
      return `if(${node.value}.length>${maximum}){${issue}}else `;
    })
    .join("");
}

/** Checks of a whole are asked only when its parts are of the right types; its length always. */
function guarded(
  writer: Writer,
  node: Node,
  isAsked: (check: Check) => boolean = () => true,
): { before: string; after: string } {
  const checks = checksOf(node).filter(isAsked);
  const fatal = writer.variable();
  const statements = checks.map((check) => {
    const statement = writeCheck(writer, node, check);
    return isOfLength(check) ? statement : `if(${report}.fatal==${fatal}){${statement}}`;
  });
  const isGuarded = checks.some((check) => !isOfLength(check));
  return { before: isGuarded ? `let ${fatal}=${report}.fatal;` : "", after: statements.join("") };
}

const object: Kind = (writer, node) => {
  const { definition } = node;
  if (definition.type !== "object") throw refused(writer, node, definition.type);
  if (definition.catchall) throw refused(writer, node, "an object that says what becomes of unknown keys");
  const result = writer.variable();
  const fields = Object.entries(definition.shape).map(([key, schema]) => {
    if (key === "__proto__") throw refused(writer, node, "a field of this name");
    const value = writer.variable();
    const isOptional = schema._zod.optin !== undefined;
    if (isOptional && schema._zod.optout !== "optional") throw refused(writer, node, `the default of ${key}`);
    const code = writer.write({ schema, value, path: [...node.path, text(key)] });
    const assign = `${result}${property(key)}=${value}`;
    const read = `let ${value}=${node.value}${property(key)};`;
    return `{${read}${code}${isOptional ? `if(${text(key)} in ${node.value})${assign}` : assign}}`;
  });
  const checks = guarded(writer, node);
  return (
    `if(${call(writer, "isFields", node.value)}){${checks.before}let ${result}={};${fields.join("")}` +
    `${node.value}=${result};${checks.after}}else${otherwise(writer, node, "object")}`
  );
};

const record: Kind = (writer, node) => {
  const { definition } = node;
  if (definition.type !== "record" || definition.keyType._zod.def.type !== "string" || definition.mode === "loose") {
    throw refused(writer, node, "a record of these keys");
  }
  if (checksOf(node).length > 0 || definition.error) throw refused(writer, node, "a check of a record");
  const [key, name, value] = [writer.variable(), writer.variable(), writer.variable()];
  const ofKey = writer.write({ schema: definition.keyType, value: name, path: [...node.path, name] });
  const ofValue = writer.write({ schema: definition.valueType, value, path: [...node.path, key] });
  return `${node.value}=${call(
    writer,
    "named",
    ...[report, pathOf(node), node.value],
    `(${name},${report})=>{${ofKey}return ${name}}`,
    `(${key},${value})=>{${ofValue}return ${value}}`,
  )};`;
};

const union: Kind = (writer, node) => {
  const { definition } = node;
  if (definition.type !== "union" || definition.inclusive === false || checksOf(node).length > 0 || definition.error) {
    throw refused(writer, node, "this kind of union");
  }
  const options = definition.options.map((schema) => {
    const value = writer.variable();
    const code = writer.write({ schema, value, path: node.path });
    return `${report}=>{let ${value}=${node.value};${code}return ${value}}`;
  });
  return `${node.value}=${call(writer, "either", report, pathOf(node), node.value, `[${options.join(",")}]`)};`;
};

function unless(empty: "undefined" | "null"): Kind {
  return (writer, node) => {
    const { definition } = node;
    if (!("innerType" in definition) || checksOf(node).length > 0) throw refused(writer, node, definition.type);
    const inner = writer.write({ schema: definition.innerType, value: node.value, path: node.path });
    return `if(${node.value}!==${empty}){${inner}}`;
  };
}

export const kinds: Partial<Record<Node["definition"]["type"], Kind>> = {
  string,
  number,
  boolean,
  null: nothing,
  enum: oneOf((definition) => ("entries" in definition ? Object.values(definition.entries) : [])),
  literal: oneOf((definition) => ("values" in definition ? definition.values : [])),
  array,
  object,
  record,
  union,
  optional: unless("undefined"),
  nullable: unless("null"),
};
