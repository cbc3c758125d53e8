import { relative } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { packageFolder } from "../src/internal/cli/package-folder.ts";
import { orderCreated } from "../src/mohallamart/order-created.ts";

const TOTAL_BUDGET = 30 * 1024;
/** Errors that name no key of a sender's own, what a reader lacks, and the refusal of another zod are part of it. */
const OWN_BUDGET = 1.9 * 1024;
/** With its checks in zod's words, the error and the sending; no zod. */
const COMPILED_BUDGET = 2.4 * 1024;
/** What a page loads before it can emit: checks and sending, without the words of refusals. */
const BROWSER_BUDGET = 1.5 * 1024;

interface Bundle {
  bytes: number;
  inputs: string[];
}

/** Bundles for the browser against the built package, minified and each file gzipped: what is loaded before it can run. */
async function bundle(code: string): Promise<Bundle> {
  const { outputFiles, metafile } = await build({
    stdin: { contents: code, resolveDir: packageFolder, loader: "js" },
    bundle: true,
    minify: true,
    splitting: true,
    format: "esm",
    platform: "browser",
    outdir: "out",
    absWorkingDir: packageFolder,
    write: false,
    metafile: true,
  });
  const { outputs } = metafile;
  const [first = ""] = Object.keys(outputs).filter((path) => outputs[path]?.entryPoint === "<stdin>");
  const loaded = new Set([first]);
  for (const path of loaded) {
    const imports = outputs[path]?.imports ?? [];
    for (const { kind, path: imported } of imports) if (kind === "import-statement") loaded.add(imported);
  }
  const files = outputFiles.filter(({ path }) => loaded.has(relative(packageFolder, path)));
  if (files.length !== loaded.size) throw new Error("esbuild wrote other files than it says");
  return {
    bytes: files.reduce((sum, { contents }) => sum + gzipSync(contents).length, 0),
    inputs: [...loaded].flatMap((path) => Object.keys(outputs[path]?.inputs ?? {})),
  };
}

/** What the contract itself says of the event; its words are not the library's weight. */
const { create: _, receive: __, schema: ___, ...contractText } = orderCreated;

/** What a team would write without us: the same text in plain zod, parsed. */
const plainZod = `
  globalThis.text = ${JSON.stringify(contractText)};
  import * as z from "zod";
  const id = (prefix) => z.string().regex(new RegExp("^" + prefix + "_[A-Za-z0-9]{1,64}$"), "Expected an id such as " + prefix + "_123");
  const timestamp = z.iso.datetime({ precision: 3 });
  const text = z.string().min(1).max(256).optional();
  const rupees = z.number().min(0).max(1e10).refine((value) => Number(value.toFixed(2)) === value, "Expected rupees with at most two decimals");
  const quantity = z.int().min(1).max(1000);
  const item = z.object({ productId: id("prod"), quantity });
  const order = z.object({
    orderId: id("ord"), userId: id("user"), shopId: id("shop"), items: z.array(item).min(1).max(200), total: rupees,
    payment: z.enum(["cash", "prepaid"]).optional(), paymentId: id("pay").optional(),
  }).refine(({ payment, paymentId }) => payment !== "prepaid" || paymentId !== undefined, { path: ["paymentId"], message: "A prepaid order names the payment to capture" })
    .safeExtend({ occurredAt: timestamp, correlationId: text, causationId: text });
  globalThis.parse = (data) => order.safeParse(data);
`;

const oneEvent = await bundle(
  'import { orderCreated } from "@org/events/mohallamart/order-created"; globalThis.create = orderCreated.create;',
);
const fromIndex = await bundle(
  'import { orderCreated } from "@org/events/mohallamart"; globalThis.create = orderCreated.create;',
);
const catalogue = await bundle(
  'import { createMohallaMartEvents } from "@org/events/mohallamart"; globalThis.create = createMohallaMartEvents;',
);
const otherCatalogue = await bundle(
  'import { createTenOceanEvents } from "@org/events/ten-ocean"; globalThis.create = createTenOceanEvents;',
);
const compiled = await bundle(
  'import { orderCreated } from "@org/events/compiled/mohallamart/order-created"; globalThis.emit = orderCreated.emit;',
);
const browser = await bundle(
  'import { orderCreated } from "@org/events/browser/mohallamart/order-created"; globalThis.emit = orderCreated.emit;',
);
const baseline = await bundle(plainZod);

/** What a browser never needs, and what only the other catalogue does. */
const heavy =
  /inngest|refa|acorn|fast-check|commander|dist\/(cli|compatibility|internal\/(cli|compatibility|release|schemas)\b)/;
const strayIn = ({ inputs }: Bundle, other: RegExp) =>
  inputs.filter((input) => heavy.test(input) || other.test(input));
const checks = [
  { what: "one event with zod", bytes: oneEvent.bytes, budget: TOTAL_BUDGET },
  { what: "one event in a browser, until it is refused", bytes: browser.bytes, budget: BROWSER_BUDGET },
  { what: "one event, compiled", bytes: compiled.bytes, budget: COMPILED_BUDGET },
  { what: "one event from the catalogue's index", bytes: fromIndex.bytes, budget: TOTAL_BUDGET },
  {
    what: "library beyond the same contract in plain zod",
    bytes: oneEvent.bytes - baseline.bytes,
    budget: OWN_BUDGET,
  },
];
const stray = [
  ...strayIn(oneEvent, /ten-ocean|operations|mohallamart\/(?!order-created|fields)/),
  ...[compiled, browser].flatMap(({ inputs }) =>
    inputs.filter((input) => /zod|ten-ocean|operations/.test(input)),
  ),
  ...strayIn(catalogue, /ten-ocean|operations/),
  ...strayIn(otherCatalogue, /mohallamart/),
];
const ok = checks.every(({ bytes, budget }) => bytes < budget) && stray.length === 0;
process.stdout.write(
  `${JSON.stringify({ ok, checks, catalogues: [catalogue.bytes, otherCatalogue.bytes], stray }, null, 2)}\n`,
);
process.exitCode = ok ? 0 : 1;
