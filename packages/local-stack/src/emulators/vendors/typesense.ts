import { type Context, Hono } from "hono";
import { defineVendor, type EmulatorState, type VendorEmulator } from "../vendor.ts";
import type { Collection } from "./typesense-collection.ts";
import { addDocumentRoutes } from "./typesense-documents.ts";
import { TypesenseFailure, typesenseError } from "./typesense-error.ts";
import { parseSchema } from "./typesense-schema.ts";
import { openTypesenseStorage, type TypesenseStorage } from "./typesense-storage.ts";

const apiKey = "typesense_local_emulator";

/**
 * Typesense's HTTP API as its client uses it: collections, documents, import, search, aliases and health, over
 * MiniSearch. Left out: highlighting, grouping, vectors, geo fields and synonyms. The server publishes no rate limit.
 */
export const typesense = defineVendor({
  connection: { apiKey },
  environment: (url) => ({ TYPESENSE_URL: url, TYPESENSE_API_KEY: apiKey }),
  start,
});

async function start({ stateDir }: EmulatorState): Promise<VendorEmulator> {
  const storage = openTypesenseStorage(stateDir);
  const app = new Hono();
  app.get("/health", (context) => context.json({ ok: true }));
  app.use(async (context, next) => {
    const key = context.req.header("x-typesense-api-key") ?? context.req.query("x-typesense-api-key");
    if (key === apiKey) return next();
    return context.json({ message: "Forbidden - a valid `x-typesense-api-key` header must be sent." }, 401);
  });
  addCollectionRoutes(app, storage);
  addDocumentRoutes(app, storage);
  addAliasRoutes(app, storage);
  app.notFound((context) => context.json({ message: "Not Found" }, 404));
  app.onError((error) => {
    if (!TypesenseFailure.isInstance(error)) throw error;
    return Response.json({ message: error.message }, { status: error.status });
  });
  return {
    handle: async (request) => app.fetch(request),
    errorBody: (status) => ({ message: status === 429 ? "Rate limit exceeded." : "Injected failure." }),
    reset: storage.clear,
    close() {},
  };
}

function addCollectionRoutes(app: Hono, storage: TypesenseStorage): void {
  app.get("/collections", (context) => {
    const newestFirst = [...storage.collections.values()].toReversed();
    return context.json(newestFirst.map(described));
  });
  app.post("/collections", async (context) => {
    const schema = parseSchema(await jsonBody(context));
    if (storage.collections.has(schema.name)) {
      throw typesenseError(409, `A collection with name \`${schema.name}\` already exists.`);
    }
    return context.json(described(storage.create(schema)), 201);
  });
  app.get("/collections/:collection", (context) => {
    const name = context.req.param("collection");
    const collection = storage.collections.get(storage.aliases.get(name) ?? name);
    if (!collection) throw typesenseError(404, "Not Found");
    return context.json(described(collection));
  });
  app.delete("/collections/:collection", (context) => {
    const name = context.req.param("collection");
    const resolved = storage.aliases.get(name) ?? name;
    const collection = storage.collections.get(resolved);
    if (!collection) throw typesenseError(404, `No collection with name \`${name}\` found.`);
    storage.drop(resolved);
    return context.json(described(collection));
  });
}

function addAliasRoutes(app: Hono, storage: TypesenseStorage): void {
  const found = (name: string) => {
    const collection = storage.aliases.get(name);
    if (collection === undefined) throw typesenseError(404, "Not Found");
    return { name, collection_name: collection };
  };
  app.get("/aliases", (context) => {
    const aliases = [...storage.aliases.keys()].map(found);
    return context.json({ aliases });
  });
  app.get("/aliases/:name", (context) => context.json(found(context.req.param("name"))));
  app.put("/aliases/:name", async (context) => {
    const body = await jsonBody(context);
    const target =
      typeof body === "object" && body !== null ? Reflect.get(body, "collection_name") : undefined;
    if (typeof target !== "string" || target === "") {
      throw typesenseError(400, "Parameter `collection_name` is required.");
    }
    const name = context.req.param("name");
    if (storage.collections.has(name)) {
      throw typesenseError(500, `Name \`${name}\` conflicts with an existing collection name.`);
    }
    storage.setAlias(name, target);
    return context.json(found(name));
  });
  app.delete("/aliases/:name", (context) => {
    const alias = found(context.req.param("name"));
    storage.setAlias(alias.name, undefined);
    return context.json(alias);
  });
}

async function jsonBody(context: Context): Promise<unknown> {
  const body: unknown = await context.req.json().catch(() => {
    throw typesenseError(400, "Bad JSON.");
  });
  return body;
}

function described({ schema, createdAt, documents }: Collection) {
  return {
    created_at: createdAt,
    default_sorting_field: schema.default_sorting_field,
    enable_nested_fields: false,
    fields: schema.fields.map((field) => ({ infix: false, locale: "", stem: false, store: true, ...field })),
    ...(schema.metadata ? { metadata: schema.metadata } : {}),
    name: schema.name,
    num_documents: documents.size,
    symbols_to_index: [],
    token_separators: [],
  };
}
