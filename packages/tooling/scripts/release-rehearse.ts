import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Consumer, compilers, createConsumer } from "../src/release/consumer.ts";
import { startRegistry } from "../src/release/registry.ts";
import { createScratch, publishedNames, type Scratch } from "../src/release/scratch.ts";

// Plays releases on a registry of this machine's and asks other teams' programs whether they go on working or are told.
// --whole compiles with every compiler at every step; otherwise each step has its own.

const whole = process.argv.includes("--whole");
const eventFile = "packages/events/src/mohallamart/product-out-of-stock.ts";
const began = Date.now();
const say = (text: string) =>
  process.stdout.write(`${((Date.now() - began) / 1000).toFixed(0).padStart(4)} s  ${text}\n`);

const emit = (fields = "") => `import { createMohallaMartEvents } from "@org/events/mohallamart";

const sent: { name: string; data?: unknown }[] = [];
const { productEvents } = createMohallaMartEvents({
  send: async (event) => {
    sent.push(...[event].flat());
    return { ids: [] };
  },
});
await productEvents.outOfStock({ productId: "prod_101", shopId: "shop_789", lastStock: 0${fields} });
process.stdout.write(JSON.stringify(sent.map(({ name, data }) => ({ name, data }))));
`;

const worker = `import { productOutOfStock } from "@org/events/mohallamart";
import { createTestEngine, type TestClientOptions } from "@org/local-engine/test";
import { Inngest } from "inngest";

const shop = (clientOptions: TestClientOptions) => {
  const client = new Inngest({ id: "shop", ...clientOptions });
  const restock = client.createFunction({ id: "restock", triggers: [productOutOfStock] }, async ({ event, step }) => {
    await step.sleep("a-day", "1d");
    return step.run("order-more", () => event.data.productId);
  });
  return { client, functions: [restock] };
};
const engine = createTestEngine({ apps: [shop], now: "2026-11-01T00:00:00Z" });
await engine.send(productOutOfStock.create({ productId: "prod_101", shopId: "shop_789", lastStock: 0 }));
await engine.advance("1d");
process.stdout.write(JSON.stringify(engine.run("restock").output));
`;

function expectEqual(what: string, actual: unknown, expected: unknown): void {
  if (JSON.stringify(actual) === JSON.stringify(expected)) return;
  throw new Error(`${what}: expected ${JSON.stringify(expected)}, got ${JSON.stringify(actual)}`);
}

/** What a command that has to fail said. @throws Error when it works */
async function refused(what: string, work: Promise<unknown>): Promise<string> {
  const said = await work.then(
    () => undefined,
    (error: unknown) => String(error),
  );
  if (said === undefined) throw new Error(`${what}: nothing was refused.`);
  return said;
}

let turn = 0;
/** With every compiler, or with the next one in turn, so that a short rehearsal has all of them in sum. */
async function compile(consumer: Consumer): Promise<void> {
  const chosen = whole ? compilers : compilers.slice(turn % compilers.length, (turn % compilers.length) + 1);
  turn += 1;
  for (const compiler of chosen) {
    await consumer.compile(compiler);
    say(`  compiles with ${compiler.name}, ${compiler.resolution}`);
  }
}

async function emits(consumer: Consumer, data: Record<string, unknown> = {}): Promise<void> {
  const expected = { productId: "prod_101", shopId: "shop_789", lastStock: 0, ...data };
  const output = await consumer.run(process.execPath, "src/emit.ts");
  const sent: unknown = JSON.parse(output, (key, value) => (key === "occurredAt" ? undefined : value));
  expectEqual("emit", sent, [{ name: "product.outOfStock", data: expected }]);
  const required = `const { productOutOfStock } = require("@org/events/mohallamart/product-out-of-stock");
    process.stdout.write(productOutOfStock.create(${JSON.stringify(expected)}).name);`;
  const name = await consumer.run(process.execPath, "--input-type=commonjs", "--eval", required);
  expectEqual("require", name, "product.outOfStock");
  say("  emits, imported and required");
}

async function works(consumer: Consumer): Promise<void> {
  const output: unknown = JSON.parse(await consumer.run(process.execPath, "src/worker.ts"));
  expectEqual("the worker on the test engine", output, "prod_101");
  say("  its worker finishes a run on the test engine, a day later");
}

const check = (scratch: Scratch) => scratch.run(process.execPath, "packages/events/src/cli.ts", "check");

/** What installers are offered without asking for a version. */
async function latest(url: string): Promise<string | undefined> {
  const answer = await fetch(`${url}@org%2fevents`);
  const { "dist-tags": tags }: { "dist-tags": Record<string, string> } = JSON.parse(await answer.text());
  return tags.latest;
}

const folder = await mkdtemp(join(tmpdir(), "release-"));
const registry = await startRegistry(join(folder, "registry")).catch(async (error: unknown) => {
  await rm(folder, { recursive: true, force: true });
  throw error;
});
try {
  const scratch = await createScratch(join(folder, "repository"), registry);
  const { settings } = registry;
  await scratch.declare("patch", "Something to release, whatever is pending.");
  const first = await scratch.version("first");
  await scratch.publish(publishedNames, "latest");
  const published = await scratch.versions();
  say(
    `published ${Object.entries(published)
      .map(([name, version]) => `${name} ${version}`)
      .join(", ")}`,
  );

  const range = { "@org/events": `^${first}`, zod: "^4.6.7" };
  const npm = await createConsumer(join(folder, "npm"), "npm", { settings, dependencies: range });
  const everything = Object.fromEntries(
    Object.entries(published).map(([name, version]) => [name, `^${version}`]),
  );
  const dependencies = { ...everything, ...range, inngest: "^4.24.0" };
  const pnpm = await createConsumer(join(folder, "pnpm"), "pnpm", { settings, dependencies });
  for (const consumer of [npm, pnpm]) await consumer.write("src/emit.ts", emit());
  await pnpm.write("src/worker.ts", worker);

  say("npm");
  expectEqual("npm installs", await npm.install(), first);
  await compile(npm);
  await emits(npm);
  say("pnpm, every package");
  expectEqual("pnpm installs", await pnpm.install(), first);
  await compile(pnpm);
  await emits(pnpm);
  await works(pnpm);

  await scratch.edit(eventFile, (text) =>
    text
      .replace("2026-11-01.01", "2026-12-01.01")
      .replace(/(lastStock: pieces.*\n)/, "$1    note: z.string().max(200).optional(),\n"),
  );
  const undeclared = await refused("An added field without a changeset", check(scratch));
  if (!undeclared.includes("need a minor bump"))
    throw new Error(`The gate said something else:\n${undeclared}`);
  say("an added optional field: the gate asks for a minor release until it is declared");
  await scratch.declare("minor", "An event says more.");
  await check(scratch);
  const second = await scratch.version("second");
  await scratch.build();
  await scratch.publish(["@org/events"], "latest");
  expectEqual("what is offered", await latest(registry.url), second);
  expectEqual("npm moves to", await npm.install(`@org/events@${second}`), second);
  await compile(npm);
  await emits(npm);
  await npm.write("src/emit.ts", emit(', note: "sold out"'));
  await compile(npm);
  await emits(npm, { note: "sold out" });
  say(`${second}: a program goes on as it is, and may say more`);

  await scratch.edit(eventFile, (text) =>
    text
      .replace("2026-12-01.01", "2026-12-15.01")
      .replace("max(200).optional()", "max(200)")
      .replace(/lastStock: (\d) \}/g, 'lastStock: $1, note: "sold out" }'),
  );
  await scratch.declare("minor", "An event has to say more.");
  const gate = await refused("A field that becomes required in a minor release", check(scratch));
  if (!gate.includes("product.outOfStock")) throw new Error(`The gate said something else:\n${gate}`);
  say("a field that becomes required: refused by the gate, which names the event");
  await scratch.declare("major", "It was released past the gate.");
  const third = await scratch.version("third");
  await scratch.build();
  await scratch.publish(["@org/events"], "latest");
  expectEqual("pnpm installs, with its range", await pnpm.install(), first);
  await npm.write("src/emit.ts", emit());
  expectEqual("npm moves to", await npm.install(`@org/events@${third}`), third);
  const compiler = await refused("A program that lacks the field", compile(npm));
  if (!compiler.includes("'note' is missing"))
    throw new Error(`The compiler said something else:\n${compiler}`);
  say(`${third}: not installed by a range, and refused by the compiler, which names the field`);

  await scratch.run("git", "checkout", "--quiet", "-b", "hotfix", "second");
  await scratch.declare("patch", "Mended.");
  const hotfix = await scratch.version("hotfix-of-second");
  await scratch.build();
  await scratch.publish(["@org/events"], "hotfix");
  expectEqual("what is offered after a hotfix of an older version", await latest(registry.url), third);
  await npm.write("src/emit.ts", emit(', note: "sold out"'));
  expectEqual("npm moves to", await npm.install(`@org/events@^${second}`), hotfix);
  await compile(npm);
  await emits(npm, { note: "sold out" });
  say(`${hotfix}: a hotfix of ${second} reaches those who stay on it, and nobody else`);

  await scratch.run("git", "checkout", "--quiet", "main");
  await scratch.run(join("node_modules", ".bin", "changeset"), "pre", "enter", "next");
  await scratch.declare("minor", "To be tried.");
  const next = await scratch.version("next");
  await scratch.build();
  await scratch.publish(["@org/events"], "next");
  expectEqual("what is offered beside a pre-release", await latest(registry.url), third);
  expectEqual("pnpm installs, with its range", await pnpm.install(), first);
  expectEqual("who asks for the pre-release gets", await npm.install("@org/events@next"), next);
  say(`${next}: got by who asks for it alone`);
} finally {
  await registry.stop();
  await rm(folder, { recursive: true, force: true });
}
