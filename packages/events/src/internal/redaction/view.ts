/** How much of a value may be seen. */
export type View =
  | { seen: "all" }
  /** In place of the value: `[email]` for a marked one, `[text]` and the like for one of which nothing is known. */
  | { seen: "nothing"; because: "marked" | "refused" | "unknown"; instead: string }
  | { seen: "parts"; parts: Record<string, Part> };

interface Part {
  /** The key as it may be seen; items of a list have none. */
  key: string;
  view: View;
}

export const everything: View = { seen: "all" };

export function nothing(because: "marked" | "refused" | "unknown", instead: string): View {
  return { seen: "nothing", because, instead };
}

const order = { all: 0, unknown: 1, refused: 2, marked: 3 };

function strictness(view: View): number {
  return view.seen === "nothing" ? order[view.because] : order.all;
}

/** What may be seen of a value that is either of one schema or of the other: what both show. */
export function ofEither(one: View, other: View): View {
  if (one.seen === "parts" && other.seen === "parts") return joined(one.parts, other.parts, ofEither);
  if (one.seen === "parts" || other.seen === "parts") {
    const [parts, whole] = one.seen === "parts" ? [one, other] : [other, one];
    return whole.seen === "nothing" && whole.because === "marked" ? whole : parts;
  }
  return strictness(one) >= strictness(other) ? one : other;
}

/** What may be seen of a value that is of both schemas: what one of them knows, unless the other marks or refuses it. */
export function ofBoth(one: View, other: View): View {
  if (one.seen === "parts" && other.seen === "parts") return joined(one.parts, other.parts, ofBoth);
  if (isUnknown(one)) return other;
  if (isUnknown(other)) return one;
  return ofEither(one, other);
}

function isUnknown(view: View): boolean {
  return view.seen === "nothing" && view.because === "unknown";
}

/** Both are views of one value, so that both have its keys. */
function joined(
  one: Record<string, Part>,
  other: Record<string, Part>,
  join: (one: View, other: View) => View,
): View {
  const parts = Object.entries(one).map(([key, part]): [string, Part] => {
    const same = other[key];
    if (!same) return [key, part];
    return [key, { key: part.key === key ? same.key : part.key, view: join(part.view, same.view) }];
  });
  return { seen: "parts", parts: fromEntries(parts) };
}

/** Also for a key named `__proto__`, which assigning would lose. */
export function fromEntries<Value>(entries: readonly (readonly [string, Value])[]): Record<string, Value> {
  return Object.fromEntries(entries);
}

/** The value with what may not be seen replaced. */
export function render(value: unknown, view: View): unknown {
  if (view.seen === "all") return value;
  if (view.seen === "nothing") return view.instead;
  const { parts } = view;
  if (Array.isArray(value))
    return Array.from(value, (item, index) => render(item, parts[index]?.view ?? everything));
  const times = new Map<string, number>();
  return fromEntries(
    Object.entries(Object(value)).flatMap(([key, item]) => {
      const part = parts[key];
      if (!part) return [];
      const time = (times.get(part.key) ?? 0) + 1;
      times.set(part.key, time);
      return [[time === 1 ? part.key : `${part.key} ${time}`, render(item, part.view)] as const];
    }),
  );
}
