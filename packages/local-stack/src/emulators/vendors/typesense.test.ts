import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "typesense";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { startEmulators } from "../start-emulators.ts";

const stateDir = await mkdtemp(join(tmpdir(), "typesense-test-"));
const emulators = await startEmulators();

afterAll(async () => {
  await emulators.stop();
  await rm(stateDir, { recursive: true });
});

/** The real client, without its own retries. */
function clientOf({ url, apiKey }: { url: string; apiKey: string }): Client {
  return new Client({ nodes: [{ url }], apiKey, numRetries: 0, logLevel: "silent" });
}

const client = clientOf(emulators.typesense);
const schema = {
  name: "products",
  default_sorting_field: "stock",
  fields: [
    { name: "name", type: "string" as const },
    { name: "category", type: "string" as const, facet: true },
    { name: "price", type: "float" as const, facet: true },
    { name: "stock", type: "int32" as const },
    { name: "organic", type: "bool" as const, optional: true },
  ],
};
const products = [
  { id: "prod_1", name: "Organic Tomatoes", category: "Vegetables", price: 60, stock: 5, organic: true },
  { id: "prod_2", name: "Tomato Ketchup", category: "Sauces & Dips", price: 99.5, stock: 40 },
  { id: "prod_3", name: "Basmati Rice", category: "Grains", price: 120, stock: 12, organic: false },
  { id: "prod_4", name: "Brown Rice", category: "Grains", price: 80, stock: 3, organic: true },
];
const documents = () => client.collections<(typeof products)[number]>("products").documents();

async function idsOf(query: object): Promise<string[]> {
  const { hits } = await documents().search({ query_by: "name", q: "*", ...query });
  return (hits ?? []).map(({ document }) => document.id);
}

describe("Typesense emulator", () => {
  beforeEach(async () => {
    await emulators.reset();
    await client.collections().create(schema);
    await documents().import(products, { action: "upsert" });
  });

  it("creates, describes, lists and drops collections", async () => {
    expect(await client.collections("products").retrieve()).toMatchObject({ num_documents: 4 });
    await expect(client.collections().create(schema)).rejects.toMatchObject({ httpStatus: 409 });
    expect(await client.collections().retrieve()).toMatchObject([{ name: "products" }]);
    await client.collections("products").delete();
    expect(await client.collections("products").exists()).toBe(false);
  });

  it("creates, reads, changes and deletes single documents", async () => {
    const added = { id: "prod_5", name: "Salt", category: "Spices", price: 20, stock: 9 };
    expect(await documents().create(added)).toEqual(added);
    await expect(documents().create(added)).rejects.toMatchObject({ httpStatus: 409 });
    const one = client.collections<typeof added>("products").documents("prod_5");
    await one.update({ price: 25 });
    expect(await one.retrieve()).toEqual({ ...added, price: 25 });
    await one.delete();
    await expect(one.retrieve()).rejects.toMatchObject({ httpStatus: 404 });
    expect(await documents().delete({ filter_by: "category:=Grains" })).toEqual({ num_deleted: 2 });
  });

  it("answers an import line by line", async () => {
    const lines = [
      '{"id":"prod_1","name":"Beans"',
      JSON.stringify({ ...products[1], id: "prod_9", price: "much" }),
    ];
    const answer = await documents().import([...lines, JSON.stringify(products[2])].join("\n"));
    expect(answer.split("\n").map((line) => JSON.parse(line))).toEqual([
      { success: false, code: 400, document: lines[0], error: expect.stringContaining("Bad JSON") },
      { success: false, code: 400, document: lines[1], error: "Field `price` must be a float." },
      { success: false, code: 409, document: JSON.stringify(products[2]), error: expect.any(String) },
    ]);
  });

  it.each([
    ["a word", { q: "ketchup" }, ["prod_2"]],
    ["the beginning of a word", { q: "toma" }, ["prod_2", "prod_1"]],
    ["one letter wrong in a word of four", { q: "rixe" }, ["prod_3", "prod_4"]],
    ["two letters wrong in a word of seven", { q: "kectzhup" }, ["prod_2"]],
    ["words of which the last has no match", { q: "organic spaceship" }, ["prod_1"]],
    ["nothing like it", { q: "bicycle" }, []],
    ["nothing with typing errors when they are switched off", { q: "rixe", num_typos: 0 }, []],
  ])("finds %s", async (_case, query, ids) => {
    expect(await idsOf(query)).toEqual(ids);
  });

  it.each([
    ["category:=`Sauces & Dips`", ["prod_2"]],
    ["category:sauces", ["prod_2"]],
    ["category:[Grains,Vegetables] && price:<100", ["prod_1", "prod_4"]],
    ["price:[80..99.5]", ["prod_2", "prod_4"]],
    ["(category:=Grains || stock:>=40) && organic:!=true", ["prod_2", "prod_3"]],
    ["organic:true", ["prod_1", "prod_4"]],
    ["id:[prod_3,prod_1]", ["prod_3", "prod_1"]],
  ])("filters by %s", async (filter, ids) => {
    expect(await idsOf({ filter_by: filter })).toEqual(ids);
  });

  it("sorts, pages and counts facets over everything found", async () => {
    expect(await idsOf({ sort_by: "price:asc", per_page: 3, page: 2 })).toEqual(["prod_3"]);
    const answer = await documents().search({ q: "rice", query_by: "name", facet_by: "category,price" });
    expect(answer).toMatchObject({ found: 2, out_of: 4, page: 1 });
    expect(answer.facet_counts).toMatchObject([
      { field_name: "category", counts: [{ value: "Grains", count: 2 }] },
      { field_name: "price", stats: { min: 80, max: 120, sum: 200, avg: 100 } },
    ]);
  });

  it.each([
    ["a filter that does not parse", { filter_by: "price:<" }, 400],
    ["a filter on an unknown field", { filter_by: "colour:=red" }, 404],
    ["a search in an unknown field", { query_by: "colour", q: "red" }, 404],
    ["facets of a field without facets", { facet_by: "stock" }, 404],
    ["order by an unknown field", { sort_by: "colour:asc" }, 404],
    ["a page that is too long", { per_page: 251 }, 422],
    ["a parameter it does not emulate", { group_by: "category" }, 400],
  ])("refuses %s", async (_case, query, httpStatus) => {
    await expect(idsOf(query)).rejects.toMatchObject({ httpStatus });
  });

  it("answers an alias as the collection it stands for", async () => {
    await client.collections().create({ ...schema, name: "products_2" });
    await client.aliases().upsert("shop", { collection_name: "products" });
    const found = () => client.collections("shop").documents().search({ q: "*" });
    expect((await found()).found).toBe(4);
    await client.aliases().upsert("shop", { collection_name: "products_2" });
    expect((await found()).found).toBe(0);
    expect(await client.aliases().retrieve()).toEqual({
      aliases: [{ name: "shop", collection_name: "products_2" }],
    });
    await client.aliases("shop").delete();
    await expect(client.aliases("shop").retrieve()).rejects.toMatchObject({ httpStatus: 404 });
  });

  it("asks for the key, except for its health", async () => {
    const stranger = clientOf({ ...emulators.typesense, apiKey: "wrong" });
    await expect(stranger.collections().retrieve()).rejects.toMatchObject({ httpStatus: 401 });
    expect(await stranger.health.retrieve()).toEqual({ ok: true });
  });

  it("keeps collections, documents and aliases over a restart", async () => {
    const before = await startEmulators({ stateDir });
    await clientOf(before.typesense).collections().create(schema);
    const kept = clientOf(before.typesense).collections("products").documents();
    await kept.import(products);
    await kept.delete({ filter_by: "id:=prod_1" });
    await clientOf(before.typesense).aliases().upsert("shop", { collection_name: "products" });
    await before.stop();
    const after = await startEmulators({ stateDir });
    const answer = await clientOf(after.typesense)
      .collections("shop")
      .documents()
      .search({ q: "tomato", query_by: "name" });
    expect(answer).toMatchObject({ found: 1, out_of: 3 });
    await after.stop();
  });
});
