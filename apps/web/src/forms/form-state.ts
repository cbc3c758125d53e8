/** Why a form was not accepted, as the form shows it. */
export interface FormRefusal<Field extends string> {
  /** At the entries that need a change. */
  errors: Partial<Record<Field, string>>;
  /** About the form as a whole. */
  message?: string;
  /** How many entries are wrong, where it is said in another language than English. */
  summary?: string;
}

/** What a form shows after it was sent and refused: the reasons and what was entered. */
export interface FormState<Field extends string> {
  refusal?: FormRefusal<Field>;
  values: Partial<Record<Field, string>>;
}

/** The sentence above a form that came back; undefined when it did not. */
export function refusalSummary({ refusal }: FormState<string>): string | undefined {
  if (!refusal) return undefined;
  const wrong = Object.keys(refusal.errors).length;
  return [refusal.message, wrong > 0 && (refusal.summary ?? wrongEntries(wrong))].filter(Boolean).join(" ");
}

/** How many entries of a form are wrong. */
export function wrongEntries(count: number): string {
  return count === 1 ? "One entry below needs a change." : `${count} entries below need a change.`;
}
