import { type ASTNode, Environment } from "@marcbachmann/cel-js";

/** The values an expression can name: `event`, and `async` (the event that arrived later). */
export type ExpressionContext = Record<string, unknown>;

interface CompiledExpression {
  evaluate(context: ExpressionContext): unknown;
  /** Paths that are read without `has()`, so that an absent one can count as null. */
  paths: string[][];
}

const environment = createEnvironment();
const compiled = new Map<string, CompiledExpression>();
const cacheSize = 2_000;

/** JSON has one kind of number, so arithmetic between a whole and a fractional operand is allowed. */
function createEnvironment(): Environment {
  const mixed = new Environment({ unlistedVariablesAreDyn: true });
  const operations: Record<string, (a: number, b: number) => number> = {
    "+": (a, b) => a + b,
    "-": (a, b) => a - b,
    "*": (a, b) => a * b,
    "/": (a, b) => a / b,
  };
  for (const [sign, apply] of Object.entries(operations)) {
    mixed.registerOperator(`double ${sign} int`, (a: number, b: bigint) => apply(a, Number(b)));
    mixed.registerOperator(`int ${sign} double`, (a: bigint, b: number) => apply(Number(a), b));
  }
  return mixed;
}

/**
 * Checks that an expression can be read.
 * @throws Error naming the place of the mistake.
 */
export function checkExpression(source: string): void {
  compile(source);
}

/** True when the expression holds. One that fails on this data (a comparison of unlike types) does not hold. */
export function matches(source: string, context: ExpressionContext): boolean {
  try {
    return run(source, context) === true;
  } catch {
    return false;
  }
}

/** The value of a key expression as text; two equal values give the same text. */
export function keyOf(source: string, context: ExpressionContext): string {
  try {
    return toText(run(source, context));
  } catch {
    return "null";
  }
}

/** The value of a number expression, or 0 when it gives none. */
export function numberOf(source: string, context: ExpressionContext): number {
  try {
    const value = Number(run(source, context));
    return Number.isFinite(value) ? value : 0;
  } catch {
    return 0;
  }
}

function run(source: string, context: ExpressionContext): unknown {
  const expression = compile(source);
  return expression.evaluate(withMissingAsNull(context, expression.paths));
}

function toText(value: unknown): string {
  if (typeof value === "string") return value;
  return (
    JSON.stringify(value, (_key, inner) => (typeof inner === "bigint" ? Number(inner) : inner)) ?? "null"
  );
}

function compile(source: string): CompiledExpression {
  const known = compiled.get(source);
  if (known) return known;
  const parsed = environment.parse(source);
  const expression = {
    evaluate: (context: ExpressionContext): unknown => parsed(context),
    paths: readPaths(parsed.ast),
  };
  if (compiled.size >= cacheSize) compiled.clear();
  compiled.set(source, expression);
  return expression;
}

/** Collects `event.data.x` paths, except those inside `has()`, whose absence the expression asks about. */
function readPaths(root: ASTNode): string[][] {
  const paths: string[][] = [];
  const guarded = new Set<string>();
  const visit = (node: unknown, inHas: boolean): void => {
    if (Array.isArray(node)) {
      for (const child of node) visit(child, inHas);
    } else if (isNode(node)) {
      const path = pathOf(node);
      if (path && path.length > 1) {
        if (inHas) guarded.add(path.join("."));
        else paths.push(path);
      }
      const isHas = node.op === "call" && node.args[0] === "has";
      visit(node.args, inHas || isHas);
    }
  };
  visit(root, false);
  return paths.filter((path) => !guarded.has(path.join(".")));
}

function pathOf(node: ASTNode): string[] | undefined {
  if (node.op === "id") return [node.args];
  if (node.op !== ".") return undefined;
  const base = pathOf(node.args[0]);
  return base && [...base, node.args[1]];
}

function isNode(value: unknown): value is ASTNode {
  return typeof value === "object" && value !== null && "op" in value && "args" in value;
}

function withMissingAsNull(context: ExpressionContext, paths: string[][]): ExpressionContext {
  let result = context;
  for (const path of paths) result = fill(result, path);
  return result;
}

function fill(target: ExpressionContext, [head, ...rest]: string[]): ExpressionContext {
  if (head === undefined) return target;
  const value = Object.hasOwn(target, head) ? target[head] : undefined;
  if (rest.length === 0) return value === undefined ? { ...target, [head]: null } : target;
  if (value === undefined || value === null) return { ...target, [head]: fill({}, rest) };
  if (!isContext(value)) return target;
  const filled = fill(value, rest);
  return filled === value ? target : { ...target, [head]: filled };
}

function isContext(value: unknown): value is ExpressionContext {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
