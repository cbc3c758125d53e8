import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { cpus } from "node:os";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { type ProductDocument, productIndex } from "../src/search/products.ts";
import { rebuildIndex } from "../src/search/rebuild.ts";
import { typesenseSearch } from "../src/search/typesense.ts";

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
function product(number: number): ProductDocument {
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
  const started = performance.now();
  await run();
  const seconds = (performance.now() - started) / 1000;
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
  const index = typesenseSearch({ index: productIndex, url: values.url, apiKey: values["api-key"] });
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
    const { imported } = await rebuildIndex({ index, readPage, rebuildId: `bench-${process.pid}` });
    if (imported !== count) throw new Error(`Only ${imported} of ${count} products were imported.`);
  });
}

async function runAll(): Promise<void> {
  const emulators = spawn(process.execPath, [here("./emulators.ts")], { stdio: ["pipe", "pipe", "inherit"] });
  const { url, apiKey } = JSON.parse(await firstLine(emulators));
  const variantOf = async (name: string): Promise<Measurement> => {
    const counts = ["--products", values.products, "--one-by-one", values["one-by-one"]];
    const target = ["--variant", name, "--url", url, "--api-key", apiKey];
    const child = spawn(process.execPath, [here("./reindex.ts"), ...counts, ...target], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    return JSON.parse(await firstLine(child));
  };
  const bulk = await variantOf("bulk");
  const oneByOne = await variantOf("one-by-one");
  emulators.stdin?.end();
  const timesFaster = round(bulk.documentsPerSecond / oneByOne.documentsPerSecond);
  const machine = { node: process.version, processors: cpus().length, model: cpus()[0]?.model };
  print({ machine, pageSize, bulk, oneByOne, timesFaster });
}

/** @throws Error when the process ends without one. */
async function firstLine(child: ChildProcess): Promise<string> {
  let text = "";
  child.stdout?.setEncoding("utf8").on("data", (chunk: string) => {
    text += chunk;
  });
  const ended = once(child, "close");
  while (!text.includes("\n")) {
    await Promise.race([ended, once(child.stdout ?? child, "data")]);
    if (child.exitCode !== null && !text.includes("\n")) throw new Error("A process of the bench failed.");
  }
  return text.slice(0, text.indexOf("\n"));
}

function here(path: string): string {
  return fileURLToPath(new URL(path, import.meta.url));
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

function print(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value)}\n`);
}

if (values.help) process.stdout.write(help);
else if (values.variant) print(await runVariant(values.variant));
else await runAll();
