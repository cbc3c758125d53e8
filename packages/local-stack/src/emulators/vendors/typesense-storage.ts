import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { appendFile } from "node:fs/promises";
import { join } from "node:path";
import { readJsonLines, toLine } from "../json-lines.ts";
import { type Collection, createCollection } from "./typesense-collection.ts";
import type { CollectionSchema, Document } from "./typesense-schema.ts";

/** The server's collections and aliases; with a folder they survive a restart. */
export interface TypesenseStorage {
  readonly collections: ReadonlyMap<string, Collection>;
  readonly aliases: ReadonlyMap<string, string>;
  create(schema: CollectionSchema): Collection;
  drop(name: string): void;
  put(collection: Collection, documents: readonly Document[]): Promise<void>;
  remove(collection: Collection, ids: readonly string[]): Promise<void>;
  setAlias(name: string, collection: string | undefined): void;
  clear(): void;
}

/** A collection's file: its schema in the first line, then one change a line. */
type Line = { schema: CollectionSchema; createdAt: number } | { put: Document } | { remove: string };

export function openTypesenseStorage(stateDir?: string): TypesenseStorage {
  const folder = stateDir && join(stateDir, "typesense");
  const aliasFile = folder && join(folder, "aliases.json");
  if (folder) mkdirSync(folder, { recursive: true });
  const collections = new Map(folder ? readCollections(folder) : []);
  const aliases = new Map(aliasFile && existsSync(aliasFile) ? readAliases(aliasFile) : []);
  const fileOf = (name: string) => folder && join(folder, `${encodeURIComponent(name)}.jsonl`);
  const rewrite = (collection: Collection) => {
    const file = fileOf(collection.schema.name);
    if (file) writeFileSync(file, [...linesOf(collection)].join(""));
  };
  const append = async ({ schema }: Collection, lines: Line[]) => {
    const file = fileOf(schema.name);
    if (file && lines.length > 0) await appendFile(file, lines.map(toLine).join(""));
  };
  const saveAliases = () => {
    if (aliasFile) writeFileSync(aliasFile, JSON.stringify([...aliases]));
  };
  // Rewriting at the start drops changes that later ones have replaced.
  for (const collection of collections.values()) rewrite(collection);

  const drop = (name: string) => {
    collections.delete(name);
    const file = fileOf(name);
    if (file) rmSync(file, { force: true });
  };
  return {
    collections,
    aliases,
    create(schema) {
      const collection = createCollection(schema, Math.floor(Date.now() / 1000));
      collections.set(schema.name, collection);
      rewrite(collection);
      return collection;
    },
    drop,
    async put(collection, documents) {
      collection.put(documents);
      await append(
        collection,
        documents.map((document) => ({ put: document })),
      );
    },
    async remove(collection, ids) {
      collection.remove(ids);
      await append(
        collection,
        ids.map((id) => ({ remove: id })),
      );
    },
    setAlias(name, collection) {
      if (collection === undefined) aliases.delete(name);
      else aliases.set(name, collection);
      saveAliases();
    },
    clear() {
      for (const name of [...collections.keys()]) drop(name);
      aliases.clear();
      saveAliases();
    },
  };
}

function* linesOf({ schema, createdAt, documents }: Collection): Generator<string> {
  yield toLine({ schema, createdAt });
  for (const document of documents.values()) yield toLine({ put: document });
}

function readCollections(folder: string): [string, Collection][] {
  const files = readdirSync(folder).filter((name) => name.endsWith(".jsonl"));
  return files.flatMap((name) => {
    const collection = readCollection(join(folder, name));
    return collection ? [[collection.schema.name, collection]] : [];
  });
}

function readCollection(file: string): Collection | undefined {
  const [head, ...changes] = readJsonLines<Line>(file);
  if (!head || !("schema" in head)) return undefined;
  const documents = new Map<string, Document>();
  for (const change of changes) {
    if ("put" in change) documents.set(change.put.id, change.put);
    else if ("remove" in change) documents.delete(change.remove);
  }
  return createCollection(head.schema, head.createdAt, [...documents.values()]);
}

/** The file was written by `saveAliases`. */
function readAliases(file: string): [string, string][] {
  return JSON.parse(readFileSync(file, "utf8")) as [string, string][];
}
