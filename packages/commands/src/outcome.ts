/** Why a command did nothing, for the person who asked. */
export interface Refusal<Code extends string = string, Field extends string = string> {
  ok: false;
  /** For programs: which of the command's refusals it is. */
  code: Code;
  /** For the person: what is wrong and what to do next. */
  message: string;
  /** What is wrong with single entries, where it is about those. */
  fields?: Partial<Record<Field, string>>;
}

/** What became of a request. Whatever the person could not have known or helped is thrown instead, see the README. */
export type Outcome<Result extends object, Code extends string, Field extends string = never> =
  | ({ ok: true } & Result)
  | ([Code] extends [never] ? never : Refusal<Code, Field>);
