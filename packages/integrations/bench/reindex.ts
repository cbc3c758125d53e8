import { parseArgs } from "node:util";
import { print, round, timed } from "@org/tooling/measure";
import { type GoodsDocument, goodsIndex } from "../src/contracts/goods-index.ts";
import { advanceRebuild, rebuildIndex } from "../src/search/rebuild.ts";
import { typesenseSearch } from "../src/search/typesense.ts";
import { answerOf, start, startVendors } from "./processes.ts";

const help = `Fills a search index through the real Typesense client, in bulk and one by one, and prints JSON.

  node bench/reindex.ts [--products 100000] [--one-by-one 100000]

--products    how many products the bulk rebuild imports, 1,000 a page
--one-by-one  how many are upserted singly, each waiting for the one before
`;

const { values } = parseArgs({
  options: {
    products: { type: "string", default: "100000" },
    "one-by-one": { type: "string", default: "100000" },
    help: { type: "boolean", default: false },
    variant: { type: "string" },
    url: { type: "string", default: "" },
    "api-key": { type: "string", default: "" },
  },
});

const pageSize = 1_000;
const words = ["organic", "fresh", "local", "red", "green", "basmati", "tomato", "onion", "rice", "lentil"];
const categories = ["Vegetables", "Grains", "Spices", "Dairy"];

/** The same product for the same number, every time. */
function product(number: number): GoodsDocument {
  const word = (offset: number) => words[(number * 7 + offset * 3) % words.length] ?? "";
  return {
    id: `prod_${number}`,
    name: `${word(0)} ${word(1)} ${number}`,
    category: categories[number % categories.length] ?? "",
    description: `${word(2)} ${word(3)} ${word(4)} from shop ${number % 500}`,
    shopId: `shop_${number % 500}`,
    price: (number % 900) + 10.5,
    available: number % 40,
  };
}

interface Measurement {
  documents: number;
  seconds: number;
  documentsPerSecond: number;
  /** Largest resident size of the client's process, in MiB. */
  peakMemory: number;
}

async function measure(documents: number, run: () => Promise<void>): Promise<Measurement> {
  const seconds = (await timed(run)) / 1000;
  const peakMemory = Math.round(process.resourceUsage().maxRSS / 1024);
  return {
    documents,
    seconds: round(seconds),
    documentsPerSecond: Math.round(documents / seconds),
    peakMemory,
  };
}

/** Runs in a process of its own, so that memory is that of one variant. */
async function runVariant(variant: string): Promise<Measurement> {
  const index = typesenseSearch({ index: goodsIndex, url: values.url, apiKey: values["api-key"] });
  await index.create();
  if (variant === "one-by-one") {
    const count = Number(values["one-by-one"]);
    return measure(count, async () => {
      for (let number = 0; number < count; number += 1) await index.upsert(product(number));
    });
  }
  const count = Number(values.products);
  return measure(count, async () => {
    const readPage = async (cursor = "0") => {
      const first = Number(cursor);
      const last = Math.min(first + pageSize, count);
      const documents = Array.from({ length: last - first }, (_, offset) => product(first + offset));
      return { documents, ...(last < count ? { next: String(last) } : {}) };
    };
    const { imported } = await rebuildIndex({
      index,
      rebuildId: `bench-${process.pid}`,
      advance: (progress) => advanceRebuild({ index, readPage }, progress),
    });
    if (imported !== count) throw new Error(`Only ${imported} of ${count} products were imported.`);
  });
}

async function runAll(): Promise<void> {
  const vendors = await startVendors();
  const { url, apiKey } = vendors.typesense;
  const variantOf = async (name: string): Promise<Measurement> => {
    const counts = ["--products", values.products, "--one-by-one", values["one-by-one"]];
    const target = ["--variant", name, "--url", url, "--api-key", apiKey];
    return measurementIn(await answerOf(start("./reindex.ts", [...counts, ...target])));
  };
  const bulk = await variantOf("bulk");
  const oneByOne = await variantOf("one-by-one");
  vendors.stop();
  print({
    pageSize,
    bulk,
    oneByOne,
    timesFaster: round(bulk.documentsPerSecond / oneByOne.documentsPerSecond),
  });
}

/** A variant prints just that. */
function measurementIn(answer: unknown): Measurement {
  return answer as Measurement;
}

if (values.help) process.stdout.write(help);
else if (values.variant) print(await runVariant(values.variant));
else await runAll();
