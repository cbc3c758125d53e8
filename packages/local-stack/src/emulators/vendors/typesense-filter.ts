import { typesenseError } from "./typesense-error.ts";
import type { CollectionSchema, Document, Field } from "./typesense-schema.ts";

export type Predicate = (document: Document) => boolean;

const everything: Predicate = () => true;
const tokenPattern = /\s*(&&|\|\||\(|\)|\[|\]|,|`[^`]*`|[^\s&|()[\],`]+)/y;

/**
 * The `filter_by` language: `field:value` (words), `field:=value` (the whole value), `:!=`, `:>`, `:>=`, `:<`, `:<=`,
 * `[a,b]`, `[1..5]`, backticks around values, `&&`, `||` and brackets.
 * @throws TypesenseFailure 400 when it does not parse, 404 when it names an unknown field.
 */
export function parseFilter(schema: CollectionSchema, filter: string | undefined): Predicate {
  if (!filter?.trim()) return everything;
  const tokens = tokensOf(filter);
  const predicate = alternatives(schema, tokens);
  if (tokens.length > 0) throw unparsable();
  return predicate;
}

function tokensOf(filter: string): string[] {
  const tokens: string[] = [];
  tokenPattern.lastIndex = 0;
  while (tokenPattern.lastIndex < filter.trimEnd().length) {
    const [, token] = tokenPattern.exec(filter) ?? [];
    if (token === undefined) throw unparsable();
    tokens.push(token);
  }
  return tokens;
}

function alternatives(schema: CollectionSchema, tokens: string[]): Predicate {
  const any = [conditions(schema, tokens)];
  while (take(tokens, "||")) any.push(conditions(schema, tokens));
  return (document) => any.some((matches) => matches(document));
}

function conditions(schema: CollectionSchema, tokens: string[]): Predicate {
  const all = [condition(schema, tokens)];
  while (take(tokens, "&&")) all.push(condition(schema, tokens));
  return (document) => all.every((matches) => matches(document));
}

function condition(schema: CollectionSchema, tokens: string[]): Predicate {
  const token = tokens.shift();
  if (token === undefined) throw unparsable();
  if (token === "(") {
    const inner = alternatives(schema, tokens);
    if (!take(tokens, ")")) throw unparsable();
    return inner;
  }
  const [, name, operator = ":", attached] = token.match(/^([\w.]+)(:(?:!=|>=|<=|=|>|<)?)(.*)$/) ?? [];
  if (name === undefined) throw unparsable();
  const values = attached ? [attached, ...rest(tokens)].join(" ") : undefined;
  const operands = values === undefined ? operandsOf(tokens) : [values];
  return comparison(fieldOf(schema, name), operator, operands);
}

/** Words that follow a value without backticks belong to it. */
function rest(tokens: string[]): string[] {
  const end = tokens.findIndex((token) => ["&&", "||", "(", ")", "[", "]", ","].includes(token));
  return tokens.splice(0, end === -1 ? tokens.length : end);
}

function operandsOf(tokens: string[]): string[] {
  if (!take(tokens, "[")) {
    const value = rest(tokens).map(unquoted).join(" ");
    if (value === "") throw unparsable();
    return [value];
  }
  const operands: string[] = [];
  while (!take(tokens, "]")) {
    if (tokens.length === 0) throw unparsable();
    operands.push(rest(tokens).map(unquoted).join(" "));
    take(tokens, ",");
  }
  return operands;
}

/** Whether the next token is this one, which is then used up. */
function take(tokens: string[], token: string): boolean {
  const isNext = tokens[0] === token;
  if (isNext) tokens.shift();
  return isNext;
}

function unquoted(token: string): string {
  return token.startsWith("`") ? token.slice(1, -1) : token;
}

function fieldOf(schema: CollectionSchema, name: string): Pick<Field, "name" | "type"> {
  if (name === "id") return { name, type: "string" };
  const field = schema.fields.find((candidate) => candidate.name === name && candidate.index);
  if (!field) throw typesenseError(404, `Could not find a filter field named \`${name}\` in the schema.`);
  return field;
}

function comparison(
  { name, type }: Pick<Field, "name" | "type">,
  operator: string,
  operands: string[],
): Predicate {
  const test = type.startsWith("string")
    ? stringTest(name === "id" ? ":=" : operator, operands)
    : type.startsWith("bool")
      ? equalTest(operator, operands.map(flag))
      : numberTest(operator, operands);
  const negated = operator === ":!=";
  return (document) => {
    const value = document[name];
    if (value === undefined || value === null) return negated;
    const matches = (Array.isArray(value) ? value : [value]).some(test);
    return negated ? !matches : matches;
  };
}

function stringTest(operator: string, operands: string[]): (value: unknown) => boolean {
  if (operator.includes("<") || operator.includes(">")) throw unparsable();
  const wanted = operands.map(words);
  if (operator === ":") {
    return (value) => wanted.some((all) => all.every((word) => words(String(value)).includes(word)));
  }
  const whole = new Set(wanted.map((all) => all.join(" ")));
  return (value) => whole.has(words(String(value)).join(" "));
}

function equalTest(operator: string, operands: unknown[]): (value: unknown) => boolean {
  if (![":", ":=", ":!="].includes(operator)) throw unparsable();
  return (value) => operands.includes(value);
}

function numberTest(operator: string, operands: string[]): (value: unknown) => boolean {
  const tests = operands.map((operand) => {
    const [, from, to] = operand.match(/^(.+)\.\.(.+)$/) ?? [];
    if (from === undefined || to === undefined) return compare(operator, number(operand));
    const [least, most] = [number(from), number(to)];
    return (value: number) => value >= least && value <= most;
  });
  return (value) => typeof value === "number" && tests.some((test) => test(value));
}

function compare(operator: string, operand: number): (value: number) => boolean {
  if (operator === ":>") return (value) => value > operand;
  if (operator === ":>=") return (value) => value >= operand;
  if (operator === ":<") return (value) => value < operand;
  if (operator === ":<=") return (value) => value <= operand;
  return (value) => value === operand;
}

function number(text: string): number {
  const value = Number(text);
  if (text.trim() === "" || Number.isNaN(value)) throw unparsable();
  return value;
}

function flag(text: string): boolean {
  if (text !== "true" && text !== "false") throw unparsable();
  return text === "true";
}

/** Text as the server compares it: lower case, accents and signs removed, split at white space. */
export function words(text: string): string[] {
  return text
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase()
    .split(/\s+/)
    .map((word) => word.replace(/[^\p{L}\p{N}\p{M}]/gu, ""))
    .filter((word) => word !== "");
}

function unparsable() {
  return typesenseError(400, "Could not parse the filter query.");
}
