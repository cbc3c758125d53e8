import { Agent as HttpAgent } from "node:http";
import { Agent as HttpsAgent } from "node:https";
import { Client } from "typesense";
import { toOutcome, toPage } from "../internal/typesense/answer.ts";
import { asked, failures, limitedTransport, missing, unlessMissing } from "../internal/typesense/failure.ts";
import { quoted, toParameters } from "../internal/typesense/query.ts";
import {
  type Bulk,
  createLive,
  type Names,
  namesOf,
  typesenseRebuilds,
} from "../internal/typesense/rebuilds.ts";
import type { IndexDefinition, SearchFields } from "./fields.ts";
import type { ImportOutcome, SearchIndex } from "./port.ts";

export interface TypesenseSearchOptions<Fields extends SearchFields> {
  index: IndexDefinition<Fields>;
  /** The server, as `https://xyz.a1.typesense.net`; of a cluster, the address that is asked first: the nearest node, or all. */
  url: string;
  /** Of a cluster, every node: asked in turn while `url` does not answer. Default: none. */
  nodes?: readonly string[];
  /** A key that may read and write the index's collections and aliases. */
  apiKey: string;
  /** Milliseconds for one call, at all the nodes that are asked; default 5,000. */
  timeout?: number;
  /** Milliseconds for one import; default 60,000. */
  importTimeout?: number;
}

const largestImport = 10_000;

/** Search through Typesense. The index is an alias, so that a rebuild can replace the collection behind it at once. */
export function typesenseSearch<Fields extends SearchFields>({
  index,
  url,
  nodes = [],
  apiKey,
  timeout = 5_000,
  importTimeout = 60_000,
}: TypesenseSearchOptions<Fields>): SearchIndex<Fields> {
  // Each address once, at most three of them: what none of those can answer is the engine's to try again.
  const tries = Math.min(3, nodes.length + 1);
  const client = new Client({
    ...addressesOf(url, nodes),
    apiKey,
    numRetries: tries - 1,
    retryIntervalSeconds: 0.01,
    healthcheckIntervalSeconds: 15,
    // It logs whole answers.
    logLevel: "silent",
    axiosAdapter: limitedTransport({
      timeout: Math.floor(timeout / tries),
      importTimeout: Math.floor(importTimeout / tries),
    }),
    httpAgent: new HttpAgent({ keepAlive: true }),
    httpsAgent: new HttpsAgent({ keepAlive: true }),
  });
  const names = namesOf(index.name);
  const bulk: Bulk<Fields> = (collection, documents, action) =>
    importDocuments(client, collection, documents, { action, expected: expectedOf(collection) });
  // Between rebuilds nothing is being filled, and a rebuild that was superseded has lost its collection.
  const expectedOf = (name: string) => (name === names.live ? [] : [missing]);

  return {
    create: () => createLive(client, index),
    async upsert(document) {
      await inBoth(names, (name) =>
        asked("store a document", () => client.collections(name).documents().upsert(document), {
          isAnswer: (stored) => Object(stored).id === document.id,
          expected: expectedOf(name),
        }),
      );
    },
    async delete(id) {
      const query = { filter_by: `id:=${quoted(id)}` };
      await inBoth(names, (name) =>
        asked("delete a document", () => client.collections(name).documents().delete(query), {
          isAnswer: (answer) => Number.isInteger(Object(answer).num_deleted),
          expected: expectedOf(name),
        }),
      );
    },
    import: (documents) => inBoth(names, (name) => bulk(name, documents, "upsert")),
    async search(query) {
      const parameters = toParameters(index, query);
      const answer: unknown = await asked("search", () =>
        client.collections(names.live).documents().search(parameters),
      );
      return toPage(answer, { page: parameters.page, pageSize: parameters.per_page });
    },
    rebuilds: typesenseRebuilds({ client, index, bulk }),
  };
}

function addressesOf(url: string, nodes: readonly string[]) {
  const [first, ...others] = [url, ...nodes].map((address) => ({ url: address.replace(/\/$/, "") }));
  if (first === undefined || others.length === 0) return { nodes: [first ?? { url }] };
  return { nearestNode: first, nodes: others };
}

/** Writes to the live index and, while there is one, to the index that a rebuild fills. */
async function inBoth<Result>(names: Names, write: (name: string) => Promise<Result>): Promise<Result> {
  const [live] = await Promise.all([write(names.live), unlessMissing(write(names.building))]);
  return live;
}

async function importDocuments<Document extends { id: string }>(
  client: Client,
  collection: string,
  documents: readonly Document[],
  { action, expected }: { action: "create" | "upsert"; expected: readonly number[] },
): Promise<ImportOutcome[]> {
  if (documents.length === 0) return [];
  if (documents.length > largestImport) {
    throw failures.final(
      `An import takes at most ${largestImport} documents, got ${documents.length}. Split it.`,
    );
  }
  const results: unknown[] = await asked(
    "import documents",
    () =>
      client
        .collections(collection)
        .documents()
        .import([...documents], { action, throwOnFail: false }),
    { expected },
  );
  if (results.length !== documents.length) {
    throw failures.unusable(
      { action: "import documents", idempotent: true },
      "answered for another number of documents",
    );
  }
  return documents.map((document, position) => toOutcome(document, results[position], action === "create"));
}
