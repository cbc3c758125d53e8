/**
 * Takes a value and returns what a contract makes of it, or undefined where that is not certain. It may be unsure of what the
 * contract takes, never take what the contract refuses.
 */
export type Quick = (value: unknown) => unknown;

/** What is taken only with the whole contract. */
export const unsure: Quick = () => undefined;

/** @param test of values of the type alone */
export function a(type: "string" | "number", test: (value: never) => unknown): Quick {
  return (value) => (typeof value === type && test(asked(value)) ? value : undefined);
}

/** Guarantee: tests and rules are asked only about values of the type that their contract has. */
function asked(value: unknown): never {
  return value as never;
}

export function trimmed(test: (text: string) => unknown): Quick {
  return (value) => {
    const text = typeof value === "string" ? value.trim() : undefined;
    return text !== undefined && test(text) ? text : undefined;
  };
}

/** UTC with milliseconds: what `toISOString` writes of years with four digits. */
export function isMoment(text: string): boolean {
  return text.length === 24 && new Date(text).toJSON() === text;
}

export function one(values: readonly unknown[]): Quick {
  return (value) => (values.includes(value) ? value : undefined);
}

export function orNull(check: Quick): Quick {
  return (value) => (value === null ? value : check(value));
}

export function list(item: Quick, least: number, most: number): Quick {
  return (value) => {
    if (!Array.isArray(value) || value.length < least || value.length > most) return undefined;
    const items = value.map((part) => item(part));
    return items.includes(undefined) ? undefined : items;
  };
}

/** @param shape optional fields in a list of their own */
export function fields(
  shape: Readonly<Record<string, Quick | readonly [Quick]>>,
  ...rules: ((data: never) => unknown)[]
): Quick {
  return (value) => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
    const result: Record<string, unknown> = {};
    for (const key in shape) {
      const field = Reflect.get(value, key);
      const check = shape[key];
      if (Array.isArray(check) && field === undefined) continue;
      result[key] = [check].flat()[0]?.(field);
      if (result[key] === undefined) return undefined;
    }
    return rules.every((rule) => rule(asked(result))) ? result : undefined;
  };
}
