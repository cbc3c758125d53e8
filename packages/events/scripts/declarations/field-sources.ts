import { join } from "node:path";
import type { CallExpression, Expression, ObjectProperty } from "oxc-parser";
import { packageFolder } from "../../src/internal/cli/package-folder.ts";
import { type Place, type SourceFile, sourceFile } from "./source-file.ts";

/** Where a field is written, and what the comment above it, or above what it is made of, says. */
export interface FieldSource {
  place: Place;
  note?: string;
}

export interface ContractSource {
  /** Of the event's own name. */
  place: Place;
  /** By path, as `items[].quantity`. */
  fields: ReadonlyMap<string, FieldSource>;
}

/** Reads where an event and each of its fields are written, the standard fields among them. */
export function contractSource(file: string, name: string): ContractSource {
  const event = sourceFile(file).declared(name);
  const fields = new Map<string, FieldSource>();
  const standard = sourceFile(join(packageFolder, "src/internal/standard-fields.ts"));
  read({ expression: standard.declared("standardFields").value, in: standard }, "", fields);
  const options = argumentsOf(event.value)[0];
  const data =
    options?.type === "ObjectExpression" && propertiesOf(options.properties).find(isCalled("data"));
  if (!data) throw new Error(`${file}: ${name} is not made of \`defineEvent({ data: … })\`.`);
  read({ expression: data.value, in: event.in }, "", fields);
  return { place: event.in.placeOf(event.start), fields };
}

interface Written {
  expression: Expression;
  in: SourceFile;
}

/** Adds what an object's fields, or those of a list's entries, are and where they are written. */
function read(written: Written, path: string, fields: Map<string, FieldSource>): void {
  const { expression, in: file } = resolved(written);
  if (expression.type === "ObjectExpression") {
    for (const property of expression.properties) {
      if (property.type === "SpreadElement") read({ expression: property.argument, in: file }, path, fields);
    }
    for (const property of propertiesOf(expression.properties)) readField(property, file, path, fields);
    return;
  }
  if (expression.type !== "CallExpression") return;
  const [first] = argumentsOf(expression);
  const method = methodOf(expression);
  if (first && (method === "object" || method === "strictObject"))
    read({ expression: first, in: file }, path, fields);
  else if (first && method === "array") read({ expression: first, in: file }, `${path}[]`, fields);
}

function readField(
  { key, value }: ObjectProperty,
  file: SourceFile,
  parent: string,
  fields: Map<string, FieldSource>,
): void {
  if (key.type !== "Identifier" && key.type !== "Literal") return;
  const name = key.type === "Identifier" ? key.name : String(key.value);
  const path = parent ? `${parent}.${name}` : name;
  const written = { expression: value, in: file };
  const note = file.noteAbove(key.start) ?? noteOf(written);
  fields.set(path, { place: file.placeOf(key.start), ...(note ? { note } : {}) });
  read(written, path, fields);
}

/** What stands above the constant that a field is made of. */
function noteOf({ expression, in: file }: Written): string | undefined {
  const bare = withoutRefinements(expression);
  if (bare.type !== "Identifier") return;
  const declared = file.declared(bare.name);
  return declared.in.noteAbove(declared.start) ?? noteOf({ expression: declared.value, in: declared.in });
}

/** The expression that a constant, a refinement or a mark stands for. */
function resolved({ expression, in: file }: Written): Written {
  const bare = withoutRefinements(expression);
  if (bare.type !== "Identifier") return { expression: bare, in: file };
  const declared = file.declared(bare.name);
  return resolved({ expression: declared.value, in: declared.in });
}

/** `a` of `a.min(1).optional()` and of `personal("name", a)`; `z.object(…)` stays as it is. */
function withoutRefinements(expression: Expression): Expression {
  if (expression.type !== "CallExpression") return expression;
  const { callee } = expression;
  const [, second] = argumentsOf(expression);
  if (callee.type === "Identifier" && callee.name === "personal" && second) return withoutRefinements(second);
  if (callee.type !== "MemberExpression" || callee.object.type === "Super") return expression;
  const isOfZod = callee.object.type === "Identifier" && callee.object.name === "z";
  return isOfZod || !callee.object ? expression : withoutRefinements(callee.object);
}

function methodOf({ callee }: CallExpression): string | undefined {
  return callee.type === "MemberExpression" && callee.property.type === "Identifier"
    ? callee.property.name
    : undefined;
}

function argumentsOf(expression: Expression): Expression[] {
  if (expression.type !== "CallExpression") return [];
  return expression.arguments.filter((argument) => argument.type !== "SpreadElement");
}

function propertiesOf(properties: readonly { type: string }[]): ObjectProperty[] {
  return properties.filter((property): property is ObjectProperty => property.type === "Property");
}

function isCalled(name: string) {
  return ({ key }: ObjectProperty) => key.type === "Identifier" && key.name === name;
}
