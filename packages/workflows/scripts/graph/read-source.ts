import { existsSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseSync } from "oxc-parser";
import { type SendingPort, sendingPorts } from "../../src/vendor-limits.ts";

/** What a workflow's source says that its Inngest options do not. */
export interface WorkflowSource {
  /** In the order of the source. */
  steps: SourceStep[];
  /** Definitions whose `create` is called, as `{ from: "@org/events/mohallamart/order-created", name: "orderCreated" }`. */
  creates: ImportedDefinition[];
  /** Definitions that are spread into `step.waitForEvent`. */
  waitsFor: ImportedDefinition[];
  /** The ports over which it sends, as `email` for `email.send(…)` and `ports.email.sendBatch(…)`. */
  sends: Set<SendingPort>;
}

export interface SourceStep {
  id: string;
  tool: string;
  /** How long it sleeps or waits, as the source says it: `3d`, or an expression. */
  lasts?: string;
}

export interface ImportedDefinition {
  from: string;
  name: string;
}

const stores = fileURLToPath(new URL("../../../stores/src", import.meta.url));

interface Node {
  type: string;
  [field: string]: unknown;
}

/**
 * Reads a workflow's steps and events from its syntax tree, and from the local modules it imports. Step ids are
 * literals by rule, so what stands in the source is what runs.
 * @param only the one function of the file that is meant, when it holds others as well
 */
export function readSource(file: string, only?: string): WorkflowSource {
  const found: WorkflowSource = { steps: [], creates: [], waitsFor: [], sends: new Set() };
  readFile(resolve(file), { found, seen: new Set(), ...(only ? { only } : {}) });
  return found;
}

interface Reading {
  found: WorkflowSource;
  /** Files, and functions of files, that were read. */
  seen: Set<string>;
  /** The functions that are meant, when it is not the whole file. */
  only?: string;
}

function readFile(file: string, { found, seen, only }: Reading): void {
  const key = `${file}#${only ?? ""}`;
  if (seen.has(key) || seen.has(`${file}#`)) return;
  seen.add(key);
  const text = readFileSync(file, "utf8");
  const { program, module, errors } = parseSync(file, text);
  if (errors[0]) throw new Error(`${file} cannot be read: ${errors[0].message}`);
  const definitions = new Map<string, ImportedDefinition>();
  const imported = new Map<string, { path: string; name: string }>();
  for (const { moduleRequest, entries } of module.staticImports) {
    const from = moduleRequest.value;
    for (const { localName, importName, isType } of entries) {
      const name = importName.name ?? localName.value;
      if (from.startsWith("@org/events")) definitions.set(localName.value, { from, name });
      const path = isType ? undefined : sourceOf(file, from);
      if (path) imported.set(localName.value, { path, name });
    }
  }
  const readImport = (local: string) => {
    const { path, name } = imported.get(local) ?? {};
    if (path && existsSync(path)) readFile(path, { found, seen, only: name });
  };
  const listed = module.staticExports
    .flatMap(({ entries }) => entries)
    .find(({ moduleRequest, exportName }) => moduleRequest && only && exportName.name === only);
  const source = listed?.moduleRequest && sourceOf(file, listed.moduleRequest.value);
  if (source) {
    readFile(source, { found, seen, only: listed.importName.name ?? only });
    return;
  }
  const declared = declarationsOf(nodeOf(program));
  const walked = new Set<Node>();
  // A function is read where it is called first, so that steps are listed in the order in which they run.
  const look = (node: Node): boolean => {
    if (node.type === "ImportDeclaration" || isOnlyType(node)) return false;
    if (declared.get(nameOf(node.id)) === node && walked.has(node)) return false;
    walked.add(node);
    readCall(node, { definitions, found, text });
    const used = nameOf(node);
    if (used) readImport(used);
    const body = declared.get(used || (node.type === "CallExpression" ? nameOf(node.callee) : ""));
    if (body) visit(body, look);
    return true;
  };
  visit((only && declared.get(only)) || nodeOf(program), look);
}

/** Where the source of an import is: a file beside, or one of the stores, which make some events for their callers. */
function sourceOf(file: string, from: string): string | undefined {
  if (from.startsWith(".")) return join(dirname(file), from);
  return from.startsWith("@org/stores/") ? `${from.replace("@org/stores", stores)}.ts` : undefined;
}

/** A module's functions and constants by name. */
function declarationsOf({ body }: Node): Map<string, Node> {
  const statements = (Array.isArray(body) ? body : []).map(nodeOf);
  const declarations = statements.map((node) => (node.declaration ? nodeOf(node.declaration) : node));
  return new Map(
    declarations
      .flatMap((node) => (Array.isArray(node.declarations) ? node.declarations.map(nodeOf) : [node]))
      .map((node) => [nameOf(node.id), node]),
  );
}

/** Of an identifier; empty for everything else. */
function nameOf(value: unknown): string {
  const { type, name } = nodeOf(value);
  return type === "Identifier" ? String(name) : "";
}

interface CallReading {
  definitions: Map<string, ImportedDefinition>;
  found: WorkflowSource;
  /** The file that the call stands in. */
  text: string;
}

function readCall(node: Node, { definitions, found, text }: CallReading): void {
  if (node.type !== "CallExpression") return;
  const callee = nodeOf(node.callee);
  if (["deliver", "deliverBatch", "deliverEach"].includes(nameOf(callee)))
    found.steps.push(...deliverySteps(node));
  const tool = stepHelpers.get(nameOf(callee));
  if (tool) found.steps.push(namedStep(node, nameOf(callee), tool));
  if (callee.type !== "MemberExpression") return;
  const target = nodeOf(callee.object);
  const object = String(target.name ?? nodeOf(target.property).name);
  const method = String(nodeOf(callee.property).name);
  const [first, second] = Array.isArray(node.arguments) ? node.arguments.map(nodeOf) : [];
  const id = first && stepId(first);
  if (object === "step" && id) {
    const lasts = second && lastsOf(method, second, text);
    found.steps.push({ id, tool: method, ...(lasts ? { lasts } : {}) });
    if (method === "waitForEvent" && second) found.waitsFor.push(...spreadDefinitions(second, definitions));
  }
  const definition = definitions.get(object);
  if (method === "create" && definition) found.creates.push(definition);
  const port = sendingPorts.find((name) => name === object);
  if (port && ["send", "sendBatch", "sendMany"].includes(method)) found.sends.add(port);
}

/** How long `step.sleep(id, "3d")`, `step.sleepUntil(id, due)` or `step.waitForEvent(id, { timeout: "3d" })` lasts. */
function lastsOf(tool: string, second: Node, text: string): string | undefined {
  if (tool === "sleep" || tool === "sleepUntil") return wordsOf(second, text);
  if (tool !== "waitForEvent" && tool !== "waitForSignal") return undefined;
  const properties = Array.isArray(second.properties) ? second.properties.map(nodeOf) : [];
  const timeout = properties.find(({ key }) => nameOf(key) === "timeout");
  return timeout && wordsOf(nodeOf(timeout.value), text);
}

/** A literal's value, otherwise the expression as it is written. */
function wordsOf(node: Node, text: string): string {
  const written = text.slice(Number(node.start), Number(node.end)).replace(/\s+/g, " ");
  return typeof node.value === "string" ? node.value : written;
}

/** Those of `deliver(step, { steps: ["send-email", "record-email-failure"], … })`, and its wait for a vendor over its limit. */
function deliverySteps({ arguments: given }: Node): WorkflowSource["steps"] {
  const [, options] = Array.isArray(given) ? given.map(nodeOf) : [];
  const properties = Array.isArray(options?.properties) ? options.properties.map(nodeOf) : [];
  const steps = properties.find(({ key }) => nameOf(key) === "steps");
  const { elements } = nodeOf(steps?.value);
  const ids = Array.isArray(elements) ? elements.map((element) => stepId(nodeOf(element))) : [];
  if (ids.length !== 2 || ids.includes(undefined))
    throw new Error(
      'The steps of a deliver(…) are two literals: steps: ["send-email", "record-email-failure"].',
    );
  const [send, record] = ids.map(String);
  return [
    { id: `${send}`, tool: "run" },
    { id: `${send}:over-limit`, tool: "sleep", lasts: "as the vendor asks" },
    { id: `${record}`, tool: "run" },
  ];
}

/** Functions that are given a step's id behind `step`, and what they use it for. */
const stepHelpers = new Map([
  ["askForEmails", "sendEvent"],
  ["askForMessages", "sendEvent"],
  ["chooseUnsent", "run"],
]);

/** The step of `askForEmails(step, "ask-for-email", …)`, and of those like it. */
function namedStep({ arguments: given }: Node, helper: string, tool: string): SourceStep {
  const [, named] = Array.isArray(given) ? given.map(nodeOf) : [];
  const id = named && stepId(named);
  if (id) return { id, tool };
  throw new Error(`The step of ${helper}(…) is a literal: ${helper}(step, "verb-and-what", …).`);
}

/** A type names functions and calls none. */
function isOnlyType({ type }: Node): boolean {
  return type.startsWith("TSType") || type === "TSInterfaceDeclaration";
}

/** A literal, or one with a business id in it: `send-email:${shopkeeperId}` is listed as `send-email:*`. */
function stepId({ type, value, quasis }: Node): string | undefined {
  if (typeof value === "string") return value;
  if (type !== "TemplateLiteral" || !Array.isArray(quasis)) return undefined;
  return quasis.map((quasi) => String(Object(nodeOf(quasi).value).cooked)).join("*");
}

function spreadDefinitions(
  options: Node,
  definitions: Map<string, ImportedDefinition>,
): ImportedDefinition[] {
  const properties = Array.isArray(options.properties) ? options.properties.map(nodeOf) : [];
  return properties
    .filter(({ type }) => type === "SpreadElement")
    .flatMap(({ argument }) => definitions.get(String(nodeOf(argument).name)) ?? []);
}

/** @param look says whether to go on into the node. */
function visit(node: Node, look: (node: Node) => boolean): void {
  if (!look(node)) return;
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) {
      if (typeof child === "object" && child !== null && "type" in child) visit(nodeOf(child), look);
    }
  }
}

/** Guarantee: called only with parts of a syntax tree, where every object has a type. */
function nodeOf(value: unknown): Node {
  return (value ?? { type: "Missing" }) as Node;
}
