import { randomUUID } from "node:crypto";
import type { Context, Hono } from "hono";
import * as z from "zod";
import type { Collection } from "./typesense-collection.ts";
import { TypesenseFailure, typesenseError } from "./typesense-error.ts";
import { parseFilter } from "./typesense-filter.ts";
import { type Document, parseDocument } from "./typesense-schema.ts";
import { search } from "./typesense-search.ts";
import type { TypesenseStorage } from "./typesense-storage.ts";

const actions = z.enum(["create", "upsert", "update", "emplace"]);
type Action = z.output<typeof actions>;

const base = "/collections/:collection/documents";

export function addDocumentRoutes(app: Hono, storage: TypesenseStorage): void {
  const collectionOf = (name: string): Collection => {
    const collection = storage.collections.get(storage.aliases.get(name) ?? name);
    if (!collection) throw typesenseError(404, "Not Found");
    return collection;
  };
  app.get(`${base}/search`, (context) =>
    context.json(search(collectionOf(context.req.param("collection")), context.req.query())),
  );
  app.post(`${base}/import`, async (context) => {
    const collection = collectionOf(context.req.param("collection"));
    const action = actionOf(context);
    const lines = (await context.req.text()).split("\n").filter((line) => line.trim() !== "");
    // A later line sees what an earlier one wrote.
    const pending = new Map<string, Document>();
    const imported = lines.map((line) => importLine({ ...collection, pending }, line, action));
    await storage.put(collection, accepted(imported));
    const answer = imported.map(({ result }) => JSON.stringify(result)).join("\n");
    return context.text(answer, 200, { "content-type": "text/plain; charset=utf-8" });
  });
  app.post(base, async (context) => {
    const collection = collectionOf(context.req.param("collection"));
    const document = written(collection, parseJson(await context.req.text()), actionOf(context));
    await storage.put(collection, [document]);
    return context.json(document, 201);
  });
  app.delete(base, async (context) => {
    const collection = collectionOf(context.req.param("collection"));
    const filter = context.req.query("filter_by");
    if (!filter) throw typesenseError(400, "Parameter `filter_by` must be provided.");
    const matches = parseFilter(collection.schema, filter);
    const ids = [...collection.documents.values()].filter(matches).map(({ id }) => id);
    await storage.remove(collection, ids);
    return context.json({ num_deleted: ids.length });
  });
  addSingleDocumentRoutes(app, storage, collectionOf);
}

function addSingleDocumentRoutes(
  app: Hono,
  storage: TypesenseStorage,
  collectionOf: (name: string) => Collection,
): void {
  const documentOf = (collection: Collection, id: string): Document => {
    const document = collection.documents.get(id);
    if (!document) throw typesenseError(404, `Could not find a document with id: ${id}`);
    return document;
  };
  app.get(`${base}/:id`, (context) => {
    const { collection, id } = context.req.param();
    return context.json(documentOf(collectionOf(collection), id));
  });
  app.patch(`${base}/:id`, async (context) => {
    const { collection: name, id } = context.req.param();
    const collection = collectionOf(name);
    const change = { ...asObject(parseJson(await context.req.text())), id };
    await storage.put(collection, [written(collection, change, "update")]);
    return context.json(change);
  });
  app.delete(`${base}/:id`, async (context) => {
    const { collection: name, id } = context.req.param();
    const collection = collectionOf(name);
    const document = documentOf(collection, id);
    await storage.remove(collection, [id]);
    return context.json(document);
  });
}

interface Imported {
  result: object;
  document?: Document;
}

type Target = Pick<Collection, "schema" | "documents"> & { pending?: Map<string, Document> };

function importLine(target: Target, line: string, action: Action): Imported {
  try {
    const document = written(target, parseJson(line), action);
    target.pending?.set(document.id, document);
    return { result: { success: true }, document };
  } catch (error) {
    if (!TypesenseFailure.isInstance(error)) throw error;
    return { result: { code: error.status, document: line, error: error.message, success: false } };
  }
}

function accepted(imported: Imported[]): Document[] {
  return imported.flatMap(({ document }) => document ?? []);
}

/** The document as it is after the action. @throws TypesenseFailure 400, 404 or 409. */
function written({ schema, documents, pending }: Target, value: unknown, action: Action): Document {
  const id = asObject(value).id;
  const existing = typeof id === "string" ? (pending?.get(id) ?? documents.get(id)) : undefined;
  if (action === "create" && existing) {
    throw typesenseError(409, `A document with id ${id} already exists.`);
  }
  if (action === "update" && !existing) {
    throw typesenseError(404, `Could not find a document with id: ${id}`);
  }
  const merges = action === "update" || action === "emplace";
  const merged = merges && existing ? { ...existing, ...asObject(value) } : value;
  return parseDocument(schema, merged, randomUUID);
}

function actionOf(context: Context): Action {
  const action = actions.safeParse(context.req.query("action") ?? "create");
  if (!action.success)
    throw typesenseError(400, "Parameter `action` must be a create|update|upsert|emplace.");
  return action.data;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw typesenseError(400, "Bad JSON: not a properly formed document.");
  }
}

function asObject(value: unknown): Record<string, unknown> {
  const object = z.record(z.string(), z.unknown()).safeParse(value);
  if (!object.success) throw typesenseError(400, "Bad JSON: not a properly formed document.");
  return object.data;
}
