/** Names of variables that only work together: a vendor's id and its secret, say. */
export type VariableGroup<Name extends string = string> = readonly Name[];

export interface MissingVariable {
  name: string;
  /** Why it is needed, worded to follow the name: "required, because RAZORPAY_KEY_ID is set". */
  message: string;
}

/**
 * What is missing of each group that is set in part. A group of which nothing is set is a vendor that is not used,
 * and no mistake.
 */
export function halfConfigured(
  groups: readonly VariableGroup[],
  values: Readonly<Record<string, unknown>>,
): MissingVariable[] {
  return groups.flatMap((group) => {
    const given = group.filter((name) => isSet(values[name]));
    if (given.length === 0) return [];
    const message = `required, because ${listed(given)} ${given.length > 1 ? "are" : "is"} set`;
    return group.filter((name) => !isSet(values[name])).map((name) => ({ name, message }));
  });
}

/** What is missing of a vendor that is used, where one of several variables would do. */
export function unchosen(
  { groups, choices }: { groups: readonly VariableGroup[]; choices: readonly VariableGroup[] },
  values: Readonly<Record<string, unknown>>,
): MissingVariable[] {
  const isBegun = [...groups, ...choices].flat().some((name) => isSet(values[name]));
  if (!isBegun) return [];
  return choices
    .filter((choice) => !choice.some((name) => isSet(values[name])))
    .flatMap(([first, ...others]) =>
      first === undefined ? [] : [{ name: first, message: `required, unless ${listed(others)} is set` }],
    );
}

/** `undefined` and the empty string are not set. */
export function isSet(value: unknown): boolean {
  return value !== undefined && value !== "";
}

/** "A, B, and C" */
export function listed(names: readonly string[]): string {
  return new Intl.ListFormat("en", { type: "conjunction" }).format(names);
}
