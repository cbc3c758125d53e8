import type { FailureKind } from "../error.ts";
import type { Filters, IndexDefinition, NamesOf, SearchDocument, SearchFields } from "./fields.ts";

export interface SearchQuery<Fields extends SearchFields> {
  /** What a person typed; empty finds everything. */
  text: string;
  filters?: Filters<Fields>;
  /** Fields whose values are counted over everything found. */
  facets?: readonly NamesOf<Fields, "keyword" | "number" | "integer" | "flag">[];
  /** Default: the best match first. At most three. */
  order?: readonly Order<Fields>[];
  /** From 1; default 1. */
  page?: number;
  /** 1 to 250; default 20. */
  pageSize?: number;
}

export interface Order<Fields extends SearchFields> {
  by: NamesOf<Fields, "number" | "integer">;
  direction: "ascending" | "descending";
}

export interface SearchPage<Fields extends SearchFields> {
  /** How many documents were found on all pages together. */
  total: number;
  page: number;
  pageSize: number;
  documents: SearchDocument<Fields>[];
  /** By field: its most frequent values, at most 20, most frequent first. */
  facets: Partial<Record<keyof Fields & string, FacetValue[]>>;
}

export interface FacetValue {
  value: string;
  count: number;
}

/** What became of one document of an import. */
export type ImportOutcome =
  | { id: string; imported: true }
  | {
      id: string;
      imported: false;
      /** Whether importing the same document again may succeed. */
      kind: FailureKind;
      /** The vendor's sentence without the document's values. */
      reason: string;
    };

/**
 * One kind of document made searchable. Every call may be repeated; they throw `IntegrationError`: retryable when the
 * service is unreachable, slow, over its limit or failing, final when it refuses the call or the index does not exist.
 */
export interface SearchIndex<Fields extends SearchFields> {
  /** Creates the index, empty, unless it exists. */
  create(): Promise<void>;
  /** Adds the document or replaces the one with its id. While a rebuild runs, in both indexes. */
  upsert(document: SearchDocument<Fields>): Promise<void>;
  /** Removes the document if it is there. While a rebuild runs, from both indexes. */
  delete(id: string): Promise<void>;
  /**
   * Adds or replaces up to 10,000 documents in one call; one that is refused does not keep the others out.
   * @returns one outcome per document, in the same order.
   */
  import(documents: readonly SearchDocument<Fields>[]): Promise<ImportOutcome[]>;
  /**
   * Finds documents with all the words, the last of which may be unfinished. A word of four letters may have one wrong,
   * one of seven two. Without any such document, the last words are dropped.
   */
  search(query: SearchQuery<Fields>): Promise<SearchPage<Fields>>;
  rebuilds: IndexRebuilds<Fields>;
}

/** A search service. */
export interface SearchIndexes {
  /** The index of this definition, whether it exists or not. */
  open<Fields extends SearchFields>(index: IndexDefinition<Fields>): SearchIndex<Fields>;
}

/**
 * Fills a second index beside the live one, which goes on answering, and then puts it in its place at once. The parts
 * are separate calls so that a durable workflow can run them as steps; `rebuildIndex` runs them all.
 */
export interface IndexRebuilds<Fields extends SearchFields> {
  /**
   * Begins a rebuild, or goes on with the one of this id; an unfinished one of another id is given up.
   * @param rebuildId letters, digits, `_` and `-`, at most 100.
   */
  start(rebuildId: string): Promise<void>;
  /**
   * As `SearchIndex.import`, into the new index. What was written there since the rebuild's start is newer and stays.
   * @throws IntegrationError final when another rebuild took its place.
   */
  import(rebuildId: string, documents: readonly SearchDocument<Fields>[]): Promise<ImportOutcome[]>;
  /**
   * Makes the new index the live one and removes the old one.
   * @returns how many documents the live index now has.
   * @throws IntegrationError final when another rebuild took its place.
   */
  finish(rebuildId: string): Promise<{ documents: number }>;
}
