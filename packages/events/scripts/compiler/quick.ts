import type * as z from "zod";
import { type Check, checksOf, isPlainPattern, timestamps } from "./checks.ts";
import { call, type Definition, definitionOf, helper, type Node, type Writer } from "./code.ts";
import type { Compiled } from "./compile.ts";

/** What cannot be told in a few bytes is the whole contract's to judge. */
class Unsure extends Error {}

const isSafe = "Number.isSafeInteger(n)";

/**
 * JavaScript that takes what a schema takes for certain, and is `unsure` of the rest.
 */
export function compileQuick(schema: z.core.$ZodType, rules: Writer["rules"]): Compiled {
  const writer: Writer = {
    ...{ event: "", rules, helpers: new Set(), usedRules: new Map() },
    write(part) {
      try {
        return expression(writer, { schema: part, definition: definitionOf(part), path: "" });
      } catch (error) {
        if (error instanceof Unsure) return helper(writer, "unsure");
        throw error;
      }
    },
  };
  const code = writer.write(schema, "");
  return { code, helpers: [...writer.helpers], rules: [...writer.usedRules.values()] };
}

function expression(writer: Writer, node: Node): string {
  const { definition } = node;
  switch (definition.type) {
    case "string":
      return ofText(writer, node);
    case "number":
      return ofNumber(writer, node);
    case "boolean":
      return call(writer, "one", "[true,false]");
    case "null":
      return call(writer, "one", "[null]");
    case "enum":
      return call(writer, "one", JSON.stringify(Object.values(definition.entries)));
    case "literal":
      return call(writer, "one", JSON.stringify(definition.values));
    case "nullable":
      return call(writer, "orNull", writer.write(definition.innerType, ""));
    case "array":
      return call(writer, "list", writer.write(definition.element, ""), ...limitsOf(node));
    case "object":
      return ofObject(writer, node, definition.shape);
    case "record":
      return call(
        writer,
        "named",
        writer.write(definition.keyType, ""),
        writer.write(definition.valueType, ""),
      );
    case "union":
      return ofUnion(writer, definition.options);
    default:
      throw new Unsure();
  }
}

function ofNumber(writer: Writer, node: Node): string {
  const tests = checksOf(node).map((check) => numberTest(writer, check));
  // What is safe is finite.
  if (!tests.includes(isSafe)) tests.unshift("Number.isFinite(n)");
  return call(writer, "a", '"number"', `n=>${tests.join("&&")}`);
}

function ofText(writer: Writer, node: Node): string {
  const [first, ...others] = checksOf(node);
  const isTrimmed = first?.check === "overwrite";
  const checks = isTrimmed ? others : checksOf(node);
  const isAscii = checks.some(
    (check) => "pattern" in check && check.pattern instanceof RegExp && isPlainPattern(check.pattern),
  );
  const tests = checks.map((check) => textTest(writer, check));
  if (!isAscii) tests.push(`${helper(writer, "isStorable")}(t)`);
  const test = `t=>${tests.join("&&")}`;
  return isTrimmed ? call(writer, "trimmed", test) : call(writer, "a", '"string"', test);
}

function textTest(writer: Writer, check: Check): string {
  switch (check.check) {
    case "min_length":
      // Two units may be one character.
      return check.minimum > 1 ? `[...t].length>=${check.minimum}` : `t.length>=${check.minimum}`;
    case "max_length":
      return `t.length<=${check.maximum}`;
    case "string_format": {
      const { pattern } = check;
      if (!pattern || /[gy]/.test(pattern.flags)) throw new Unsure();
      if (String(pattern) === timestamps) return `${helper(writer, "isMoment")}(t)`;
      return `${pattern}.test(t)`;
    }
    case "custom":
      return `${ruleOf(writer, check.fn)}(t)`;
    default:
      throw new Unsure();
  }
}

function numberTest(writer: Writer, check: Check): string {
  switch (check.check) {
    case "greater_than":
      return `n>${check.inclusive ? "=" : ""}${Number(check.value)}`;
    case "less_than":
      return `n<${check.inclusive ? "=" : ""}${Number(check.value)}`;
    case "number_format":
      if (check.format !== "safeint") throw new Unsure();
      return isSafe;
    case "custom":
      return `${ruleOf(writer, check.fn)}(n)`;
    default:
      throw new Unsure();
  }
}

function limitsOf(node: Node): [string, string] {
  let [least, most] = [0, Number.POSITIVE_INFINITY];
  for (const check of checksOf(node)) {
    if (check.check === "min_length") least = Math.max(least, check.minimum);
    else if (check.check === "max_length") most = Math.min(most, check.maximum);
    else throw new Unsure();
  }
  return [String(least), String(most)];
}

function ofObject(writer: Writer, node: Node, shape: z.core.$ZodShape): string {
  const written = Object.entries(shape).map(([key, schema]) => {
    const definition = definitionOf(schema);
    const name = /^[A-Za-z_$][\w$]*$/.test(key) ? key : JSON.stringify(key);
    const isOptional = definition.type === "optional";
    const code = writer.write(isOptional ? definition.innerType : schema, "");
    return `${name}:${isOptional ? `[${code}]` : code}`;
  });
  const rules = checksOf(node).map((check) => {
    if (check.check !== "custom") throw new Unsure();
    return ruleOf(writer, check.fn);
  });
  return call(writer, "fields", `{${written.join(",")}}`, ...rules);
}

/** Only where no value is of two options: the first that takes it has to be the first of all that could. */
function ofUnion(writer: Writer, options: readonly z.core.$ZodType[]): string {
  const types = options.flatMap(typesOf);
  if (new Set(types).size < types.length) throw new Unsure();
  return call(writer, "either", ...options.map((option) => writer.write(option, "")));
}

/** Of the values that a schema may take, as `typeof` says, lists and null apart. */
function typesOf(schema: z.core.$ZodType): string[] {
  const definition: Definition = definitionOf(schema);
  switch (definition.type) {
    case "string":
    case "number":
    case "boolean":
    case "null":
    case "array":
      return [definition.type];
    case "object":
    case "record":
      return ["object"];
    case "union":
      return definition.options.flatMap(typesOf);
    default:
      throw new Unsure();
  }
}

function ruleOf(writer: Writer, rule: unknown): string {
  const source = writer.rules.get(rule);
  if (!source) throw new Unsure();
  writer.usedRules.set(source.name, source);
  return source.name;
}
