import MiniSearch from "minisearch";
import { words } from "./typesense-filter.ts";
import type { CollectionSchema, Document } from "./typesense-schema.ts";

/** The documents of one collection and the index of their text. */
export interface Collection {
  readonly schema: CollectionSchema;
  /** Seconds since 1970. */
  readonly createdAt: number;
  /** By id, oldest first. */
  readonly documents: ReadonlyMap<string, Document>;
  put(documents: readonly Document[]): void;
  remove(ids: readonly string[]): void;
  /** Documents with these words and how well they match; the last word may be the beginning of one. */
  match(query: TextQuery): { id: string; score: number }[];
}

interface TextQuery {
  words: readonly string[];
  /** Weight by field name. */
  fields: Readonly<Record<string, number>>;
  prefix: boolean;
  /** Most letters that may be wrong in a word of seven letters or more; one from four letters on. */
  typos: number;
}

export function createCollection(
  schema: CollectionSchema,
  createdAt: number,
  initial: readonly Document[] = [],
): Collection {
  const documents = new Map(initial.map((document) => [document.id, document]));
  const fields = schema.fields.filter(({ type, index }) => type.startsWith("string") && index);
  const text = new MiniSearch<Document>({
    fields: fields.map(({ name }) => name),
    extractField,
    tokenize: words,
  });
  text.addAll([...documents.values()]);
  return {
    schema,
    createdAt,
    documents,
    put(added) {
      for (const document of added) {
        if (documents.has(document.id)) text.replace(document);
        else text.add(document);
        documents.set(document.id, document);
      }
    },
    remove(ids) {
      for (const id of ids) if (documents.delete(id)) text.discard(id);
    },
    match: (query) => searchText(text, query),
  };
}

function searchText(text: MiniSearch<Document>, { words: terms, fields, prefix, typos }: TextQuery) {
  const results = text.search(terms.join(" "), {
    fields: Object.keys(fields),
    boost: { ...fields },
    combineWith: "AND",
    prefix: (_term, index, all) => prefix && index === all.length - 1,
    fuzzy: (term) => Math.min(typos, typosAllowed(term)) || false,
  });
  return results.map(({ id, score }) => ({ id: String(id), score }));
}

/** The server's `min_len_1typo` and `min_len_2typo`. */
function typosAllowed(term: string): number {
  if (term.length >= 7) return 2;
  return term.length >= 4 ? 1 : 0;
}

function extractField(document: Document, field: string): string {
  const value = document[field];
  return Array.isArray(value) ? value.join(" ") : String(value ?? "");
}
