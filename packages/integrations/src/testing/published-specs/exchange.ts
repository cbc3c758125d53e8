import type { OpenAPIBackend, Operation } from "openapi-backend";

/** One request of an adapter and the emulator's answer to it, as they went over the wire. */
export interface Exchange {
  method: string;
  /** With the query. */
  path: string;
  requestHeaders: Record<string, string>;
  requestBody: string;
  status: number;
  responseType: string;
  responseBody: string;
}

export interface Verdict {
  /** The operation's id in the spec. */
  operation?: string;
  /** What does not agree with the spec. */
  violations: string[];
}

/**
 * Compares both sides of an exchange with a spec.
 * @param newer request fields that the vendor documents elsewhere but has not put into this spec.
 */
export function judge(spec: OpenAPIBackend, exchange: Exchange, newer: readonly string[] = []): Verdict {
  const [path = "", query] = exchange.path.split("?");
  const { method, requestHeaders: headers } = exchange;
  const body = bodyOf(exchange.requestBody, headers["content-type"]);
  const request = { method, path, query: query ?? "", headers, body };
  const operation = spec.router.matchOperation(request);
  if (!operation?.operationId) return { violations: [`${method} ${path}: the spec has no such operation`] };
  const where = operation.operationId;
  const requestErrors = spec.validator.validateRequest(request, operation).errors ?? [];
  const violations = [
    ...requestErrors.map((error) => `request ${worded(error)}`),
    ...unknownFields(operation, body, newer).map((name) => `request field "${name}" is not in the spec`),
    ...answerViolations(spec, operation, exchange),
  ];
  return { operation: where, violations: violations.map((violation) => `${where}: ${violation}`) };
}

/** Vendors often leave errors out of their specs, so only a success must be described. */
function answerViolations(spec: OpenAPIBackend, operation: Operation, exchange: Exchange): string[] {
  const { status, responseType, responseBody } = exchange;
  const responses = operation.responses ?? {};
  const described = responses[status] ?? responses[`${Math.floor(status / 100)}XX`] ?? responses.default;
  if (!described) return status < 400 ? [`answer ${status} is not in the spec`] : [];
  const types = Object.keys(Object(described).content ?? {});
  if (types.length > 0 && !types.includes(responseType.split(";")[0] ?? "")) {
    return [`answer ${status} is ${responseType}, the spec has ${types.join(", ")}`];
  }
  if (!responseType.startsWith("application/json")) return [];
  const answer = jsonOf(responseBody);
  if (answer === undefined) return [`answer ${status} is not JSON`];
  const errors = spec.validator.validateResponse(answer, operation, status).errors ?? [];
  return errors.map((error) => `answer ${status} ${worded(error)}`);
}

type SchemaError = NonNullable<ReturnType<OpenAPIBackend["validator"]["validateRequest"]>["errors"]>[number];

function worded({ instancePath, message, params }: SchemaError): string {
  const name: unknown = params.additionalProperty;
  return `${instancePath} ${message}${name === undefined ? "" : ` (${name})`}`;
}

/** Specs allow further fields, which would let a misspelt one pass. */
function unknownFields(operation: Operation, body: unknown, newer: readonly string[]): string[] {
  const content: Record<string, { schema?: unknown }> = Object(operation.requestBody).content ?? {};
  const known = new Set(newer);
  for (const { schema } of Object.values(content)) collectFields(schema, known);
  const sent = [body]
    .flat()
    .flatMap((value) => (typeof value === "object" ? Object.keys(Object(value)) : []));
  return known.size > newer.length ? sent.filter((name) => !known.has(name)) : [];
}

function collectFields(schema: unknown, known: Set<string>): void {
  const { properties, allOf = [], anyOf = [], oneOf = [], items } = Object(schema);
  for (const name of Object.keys(properties ?? {})) known.add(name);
  for (const part of [...allOf, ...anyOf, ...oneOf, ...(items ? [items] : [])]) collectFields(part, known);
}

function bodyOf(text: string, type = ""): unknown {
  if (type.startsWith("application/x-www-form-urlencoded")) {
    return Object.fromEntries(new URLSearchParams(text));
  }
  return type.startsWith("application/json") ? jsonOf(text) : text || undefined;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
