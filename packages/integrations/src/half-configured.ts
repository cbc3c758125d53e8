/** Names of variables that only work together: a vendor's id and its secret, say. */
export type VariableGroup = readonly [string, string, ...string[]];

export interface MissingVariable {
  name: string;
  /** Why it is needed, worded to follow the name: "required, because RAZORPAY_KEY_ID is set". */
  message: string;
}

/**
 * What is missing of each group that is set in part. A group of which nothing is set is a vendor that is not used,
 * and no mistake.
 *
 * @param values The variables by name; `undefined` and the empty string are not set.
 */
export function halfConfigured(
  groups: readonly VariableGroup[],
  values: Readonly<Record<string, unknown>>,
): MissingVariable[] {
  const isSet = (name: string) => values[name] !== undefined && values[name] !== "";
  return groups.flatMap((group) => {
    const given = group.filter(isSet);
    if (given.length === 0) return [];
    const message = `required, because ${list.format(given)} ${given.length > 1 ? "are" : "is"} set`;
    return group.filter((name) => !isSet(name)).map((name) => ({ name, message }));
  });
}

const list = new Intl.ListFormat("en", { type: "conjunction" });
