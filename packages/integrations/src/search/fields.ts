/**
 * - `text`: words, searched with typing errors;
 * - `keyword`: compared as a whole: filters and facets;
 * - `number`: decimals of about seven digits: filters, facets, order;
 * - `integer`: whole numbers up to 2^53: filters, facets, order;
 * - `flag`: filters and facets.
 */
export type FieldKind = "text" | "keyword" | "number" | "integer" | "flag";

export interface SearchField {
  kind: FieldKind;
  /** Documents may lack it. */
  optional?: boolean;
  /** How much a match here counts, 1 to 10. Text counts 1 by default; a keyword is searched only if it has a weight. */
  weight?: number;
}

export type SearchFields = Readonly<Record<string, SearchField>>;

export interface IndexDefinition<Fields extends SearchFields> {
  /** Lower-case letters, digits and single hyphens. */
  name: string;
  fields: Fields;
  /** Which documents come first among equally good matches: the highest value in this field. */
  rankedBy?: NamesOf<Fields, "number" | "integer">;
}

/** What can be searched: a name and typed fields. Every document also has an `id`. */
export function defineSearchIndex<const Fields extends SearchFields>(
  definition: IndexDefinition<Fields>,
): IndexDefinition<Fields> {
  return definition;
}

interface Values {
  text: string;
  keyword: string;
  number: number;
  integer: number;
  flag: boolean;
}

/** The names of the fields of these kinds. */
export type NamesOf<Fields extends SearchFields, Kind extends FieldKind> = {
  [Name in keyof Fields]: Fields[Name]["kind"] extends Kind ? Name : never;
}[keyof Fields] &
  string;

type OptionalNames<Fields extends SearchFields> = {
  [Name in keyof Fields]: Fields[Name] extends { optional: true } ? Name : never;
}[keyof Fields];

export type SearchDocument<Fields extends SearchFields> = { id: string } & {
  [Name in Exclude<keyof Fields, OptionalNames<Fields>>]: Values[Fields[Name]["kind"]];
} & { [Name in OptionalNames<Fields>]?: Values[Fields[Name]["kind"]] | undefined };

export interface Range {
  /** Included. */
  from?: number;
  /** Included. */
  to?: number;
}

/** All conditions must hold; of a list, any one value. */
export type Filters<Fields extends SearchFields> = {
  [Name in NamesOf<Fields, "keyword">]?: string | readonly string[];
} & { [Name in NamesOf<Fields, "number" | "integer">]?: number | Range } & {
  [Name in NamesOf<Fields, "flag">]?: boolean;
};
