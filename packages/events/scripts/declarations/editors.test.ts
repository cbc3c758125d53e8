import { mkdir, mkdtemp, readFile, realpath, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { packageFolder } from "../../src/internal/cli/package-folder.ts";
import type { Editor } from "./editors/editor.ts";
import { openInLanguageServer } from "./editors/language-server.ts";
import { openInTsserver } from "./editors/tsserver.ts";

const program = `import { createMohallaMartEvents, orderCreated } from "@org/events/mohallamart";
import type { EventData } from "@org/events";

const { orderEvents, emitMany } = createMohallaMartEvents({ send: async () => ({ ids: [] }) });
const items = [{ productId: "prod_101", quantity: 2 }];
export const sent = orderEvents.created({ orderId: "ord_456", userId: "user_123", shopId: "shop_790", items, total: 120 });
export const totalOf = (data: EventData<typeof orderCreated>) => data.total;
export const many = emitMany([
  { name: "order.updated", data: { orderId: "ord_456", status: "packed" } },
  { name: "order.updated", data: { orderId: "ord_456", state: "packed" } },
  { name: "order.created", data: { orderId: "ord_456", userId: "user_123", shopId: "shop_790", items, sum: 120 } },
  orderCreated.create(orderCreated.examples[0]),
  { name: "order.updated", data: { orderId: "ord_456", status: "lost" } },
  { name: "order.paid", data: {} },
  { name: "order.placed", data: { orderId: "ord_456" } },
]);
`;

function positionOf(context: string, name: string) {
  const before = program.slice(0, program.indexOf(context) + context.indexOf(name)).split("\n");
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

const installed = join(packageFolder, "node_modules");
const contract = join(packageFolder, "src/mohallamart/order-created.ts");
let folder: string;

beforeAll(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), "events-editors-")));
  await mkdir(join(folder, "node_modules/@org"), { recursive: true });
  await symlink(packageFolder, join(folder, "node_modules/@org/events"));
  await writeFile(join(folder, "package.json"), '{ "type": "module" }');
  const compilerOptions = { module: "nodenext", target: "es2022", strict: true, types: [] };
  await writeFile(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions }));
  await writeFile(join(folder, "program.ts"), program);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

type Open = (file: string, folder: string) => Promise<Editor>;
const editors: [string, Open][] = [
  ["5.9", (...at) => openInTsserver(join(installed, "typescript-5.9/lib/tsserver.js"), ...at)],
  ["6", (...at) => openInTsserver(join(installed, "typescript-6/lib/tsserver.js"), ...at)],
  ["7", (...at) => openInLanguageServer(join(installed, "typescript/bin/tsc"), ...at)],
];

describe.each(editors)("an editor with TypeScript %s", (_, open) => {
  let editor: Editor;
  beforeAll(async () => {
    editor = await open(join(folder, "program.ts"), folder);
  }, 120_000);
  afterAll(() => editor.close());

  it("shows of an emitter when its event is emitted, the fields with their limits, and an example", async () => {
    const shown = await editor.hover(positionOf("orderEvents.created(", "created"));
    expect(shown).toContain("OrderEmitters.created: (data: NewOrderCreatedData, options?: CreateOptions");
    expect(shown).toContain("A customer placed an order; confirmation, stock, analytics");
    expect(shown).toContain("- `total`: `number`, `0..10000000000`");
    expect(shown).toContain('"shopId": "shop_790"');
  }, 120_000);

  it.each([
    ["of what is sent", "total: 120 });", "total"],
    ["of what is received", "data.total", "total"],
  ])(
    "shows of a field %s what it is, its unit and an example",
    async (_what, context, name) => {
      const shown = await editor.hover(positionOf(context, name));
      expect(shown).toContain("total: number");
      expect(shown).toContain("Rupees with at most two decimals. `number`, `0..10000000000`");
      expect(shown).toMatch(/@example\s[\s\S]*\b120\b/);
    },
    120_000,
  );

  it.each([
    ["an emitter", "orderEvents.created(", "created", "export const orderCreated"],
    ["an event", "orderCreated } from", "orderCreated", "export const orderCreated"],
    ["a field", "total: 120 });", "total", "total: rupees"],
  ])(
    "goes from %s to the contract's source",
    async (_what, context, name, written) => {
      const { file, line } = await editor.definition(positionOf(context, name));
      expect(file).toBe(contract);
      expect(await lineOf(file, line)).toContain(written);
    },
    120_000,
  );

  it.each([
    ["the names", 'order.placed", data', "order.placed", "shopkeeper.applied", "orderId"],
    ["the fields of its own contract", "{} }", "} }", "paymentId", "shopkeeperId"],
  ])(
    "offers for an event of many %s",
    async (_what, context, before, offered, foreign) => {
      const names = await editor.completions(positionOf(context, before));
      expect(names).toContain(offered);
      expect(names).not.toContain(foreign);
    },
    120_000,
  );

  it("says of each wrong event of many what is wrong by its own contract, where it stands, and nothing else", async () => {
    const errors = await editor.errors();
    const wrong = [
      ["state: ", "'state' does not exist in type 'NewOrderUpdatedData'"],
      ["sum: ", "'sum' does not exist in type 'NewOrderCreatedData'"],
      ['status: "lost"', `Type '"lost"' is not assignable to type '"delivered" | "packed" | "shipped"'`],
      ["data: {} }", "missing the following properties from type 'NewOrderPaidData'"],
      ['name: "order.placed"', `Type '"order.placed"' is not assignable to type`],
    ] as const;
    expect(errors.map(({ line }) => line)).toEqual(wrong.map(([code]) => positionOf(code, code).line));
    for (const [place, [, reason]] of wrong.entries()) expect(errors[place]?.text).toContain(reason);
  }, 120_000);
});

async function lineOf(file: string, line: number): Promise<string | undefined> {
  return (await readFile(file, "utf8")).split("\n")[line - 1];
}
