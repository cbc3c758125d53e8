import fc from "fast-check";

function nested(levels: number): unknown {
  let data: unknown = "core";
  for (let level = 0; level < levels; level++) data = level % 2 === 0 ? { inner: data } : [data];
  return data;
}

const containsItself: { self?: unknown; other?: unknown } = {};
containsItself.self = containsItself;
containsItself.other = [containsItself, containsItself];

/** Rarely, because each of them takes as long as a thousand others. */
const large = fc.constantFrom<unknown[]>(
  nested(5_000),
  "x".repeat(300_000),
  Array.from({ length: 5_000 }, () => ({})),
);

const small = fc.constantFrom<unknown[]>(
  undefined,
  null,
  "",
  Number.NaN,
  -0,
  1e300,
  8.64e15 + 1,
  1n,
  Symbol("s"),
  () => 1,
  new Date(Number.NaN),
  new Map([[1, 2]]),
  nested(50),
  containsItself,
  "\ud800",
  JSON.parse('{"__proto__":{"constructor":1}}'),
  Object.create(null),
  {
    toJSON() {
      throw new Error("no JSON");
    },
  },
);

/** What no contract expects. */
export const odd = fc.oneof(
  { weight: 1, arbitrary: large },
  { weight: 60, arbitrary: small },
  { weight: 20, arbitrary: fc.anything({ maxDepth: 1, maxKeys: 2 }) },
);

/** The same without those that take long, for more of them. */
export const oddAndSmall = fc.oneof(
  { weight: 3, arbitrary: small },
  { weight: 1, arbitrary: fc.anything({ maxDepth: 1, maxKeys: 2 }) },
);

export interface Change {
  /** Where: followed through the data, each modulo the number of keys there. */
  path: number[];
  kind: "replace" | "remove" | "rename";
  value: unknown;
}

export function changesWith(values: fc.Arbitrary<unknown>): fc.Arbitrary<Change[]> {
  return fc.array(
    fc.record<Change>({
      path: fc.array(fc.nat(20), { minLength: 1, maxLength: 3 }),
      kind: fc.constantFrom("replace", "replace", "remove", "rename"),
      value: values,
    }),
    { maxLength: 4 },
  );
}

export function isBranch(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

export function applyChange(data: Record<string, unknown>, { path, kind, value }: Change): void {
  let parent = data;
  let key = "";
  for (const [position, step] of path.entries()) {
    const keys = Object.keys(parent);
    key = keys[step % Math.max(keys.length, 1)] ?? "added";
    const next = parent[key];
    if (position === path.length - 1 || !isBranch(next)) break;
    parent = next;
  }
  if (Object.isFrozen(parent)) return;
  const before = parent[key];
  if (kind !== "replace") delete parent[key];
  if (kind === "replace") parent[key] = value;
  if (kind === "rename") parent[typeof value === "string" ? value : "__proto__x"] = before;
}
