import type { Client } from "typesense";
import type { IndexDefinition, SearchDocument, SearchFields } from "../../search/fields.ts";
import type { ImportOutcome, IndexRebuilds } from "../../search/port.ts";
import { asked, failures, missing, there, unlessMissing, unlessThere } from "./failure.ts";
import { toSchema } from "./query.ts";

export interface Names {
  /** The alias that is searched. */
  live: string;
  /** The alias of the collection that a rebuild fills. */
  building: string;
  /** What the names of the index's collections begin with. */
  prefix: string;
}

export function namesOf(index: string): Names {
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(index)) {
    throw failures.final("An index's name has lower-case letters and digits, joined by single hyphens.");
  }
  return { live: index, building: `${index}-building`, prefix: `${index}--` };
}

/** The live alias with an empty collection behind it, unless there is one. */
export async function createLive<Fields extends SearchFields>(
  client: Client,
  index: IndexDefinition<Fields>,
): Promise<void> {
  const names = namesOf(index.name);
  if (await target(client, names.live)) return;
  const collection = `${names.prefix}first`;
  await createCollection(client, toSchema(collection, index));
  await point(client, names.live, collection);
}

/** Imports into a collection or alias; `create` leaves documents alone that are there. */
export type Bulk<Fields extends SearchFields> = (
  collection: string,
  documents: readonly SearchDocument<Fields>[],
  action: "create" | "upsert",
) => Promise<ImportOutcome[]>;

export interface RebuildOptions<Fields extends SearchFields> {
  client: Client;
  index: IndexDefinition<Fields>;
  bulk: Bulk<Fields>;
}

export function typesenseRebuilds<Fields extends SearchFields>({
  client,
  index,
  bulk,
}: RebuildOptions<Fields>): IndexRebuilds<Fields> {
  const names = namesOf(index.name);
  const collectionOf = (rebuildId: string) => {
    if (/^[\w-]{1,100}$/.test(rebuildId)) return `${names.prefix}rebuild-${rebuildId}`;
    throw failures.final("A rebuild's id has 1 to 100 letters, digits, `_` and `-`.");
  };
  const superseded = (rebuildId: string) =>
    failures.final(`Rebuild ${rebuildId} of ${index.name} was not started, or another one took its place.`);
  return {
    async start(rebuildId) {
      const collection = collectionOf(rebuildId);
      await createCollection(client, toSchema(collection, index));
      await point(client, names.building, collection);
    },
    async import(rebuildId, documents) {
      const outcomes = await unlessMissing(bulk(collectionOf(rebuildId), documents, "create"));
      if (!outcomes) throw superseded(rebuildId);
      return outcomes;
    },
    async finish(rebuildId) {
      const collection = collectionOf(rebuildId);
      const [live, building] = await Promise.all([
        target(client, names.live),
        target(client, names.building),
      ]);
      if (live !== collection && building !== collection) {
        throw superseded(rebuildId);
      }
      const { num_documents: documents } = await asked("describe a collection", () =>
        client.collections(collection).retrieve(),
      );
      await point(client, names.live, collection);
      if (building === collection) {
        await unlessMissing(
          asked("remove an alias", () => client.aliases(names.building).delete(), { expected: [missing] }),
        );
      }
      await dropOthers(client, names);
      return { documents };
    },
  };
}

/** Collections of the index that no alias points to: the one that was live, and those of rebuilds given up. */
async function dropOthers(client: Client, names: Names): Promise<void> {
  const kept = await Promise.all([target(client, names.live), target(client, names.building)]);
  const all = await asked("list collections", () =>
    client.collections().retrieve({ exclude_fields: "fields" }),
  );
  const dropped = all.filter(({ name }) => name.startsWith(names.prefix) && !kept.includes(name));
  await Promise.all(
    dropped.map(({ name }) =>
      unlessMissing(
        asked("remove a collection", () => client.collections(name).delete(), { expected: [missing] }),
      ),
    ),
  );
}

async function createCollection(client: Client, schema: ReturnType<typeof toSchema>): Promise<void> {
  await unlessThere(
    asked("create a collection", () => client.collections().create(schema), { expected: [there] }),
  );
}

async function point(client: Client, alias: string, collection: string): Promise<void> {
  await asked("set an alias", () => client.aliases().upsert(alias, { collection_name: collection }), {
    isAnswer: (set) => Object(set).collection_name === collection,
  });
}

async function target(client: Client, alias: string): Promise<string | undefined> {
  const found = await unlessMissing(
    asked("read an alias", () => client.aliases(alias).retrieve(), { expected: [missing] }),
  );
  return found?.collection_name;
}
