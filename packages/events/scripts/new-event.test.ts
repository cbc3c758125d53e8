import { execFile } from "node:child_process";
import { appendFile, cp, mkdir, mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { catalogues } from "../src/catalogues.ts";
import { packageFolder } from "../src/internal/cli/package-folder.ts";
import { assertFolders } from "./catalogue-folders.ts";

const execute = promisify(execFile);

/** What CONTRIBUTING asks for: this file, and the line below in the folder's index. */
const file = `import * as z from "zod";
import { defineEvent } from "../internal/define-event.ts";
import { orderId } from "./fields.ts";

export const orderMadeUpForTests = defineEvent({
  name: "order.madeUpForTests",
  version: "2026-12-01.01",
  category: "order",
  owner: "orders",
  kind: "fact",
  summary: "A customer fetched an order from the shop.",
  key: ["orderId"],
  data: z.object({ orderId }),
  examples: [{ orderId: "ord_456" }, { orderId: "ord_457" }],
});
`;
const line = `export { orderMadeUpForTests } from "./order-made-up-for-tests.ts";\n`;

const emit = `import { createMohallaMartEvents, type MohallaMartEvents } from "../src/mohallamart.ts";

const { orderEvents } = createMohallaMartEvents({ send: async (event) => ({ ids: [JSON.stringify(event)] }) });
// @ts-expect-error an order has an id
orderEvents.madeUpForTests({}).catch(() => undefined);
const data: Pick<MohallaMartEvents["order.madeUpForTests"]["data"], "orderId"> = { orderId: "ord_1" };
process.stdout.write(String((await orderEvents.madeUpForTests(data)).ids));
`;

const emitConfig = JSON.stringify({ extends: "./tsconfig.json", include: ["scripts/emit.ts"] });

/** A copy that finds its dependencies above it, in the real package. */
let repository = "";
let copy = "";

beforeEach(async () => {
  await mkdir(join(packageFolder, ".local"), { recursive: true });
  repository = await mkdtemp(join(packageFolder, ".local/new-event-"));
  copy = join(repository, "packages/events");
  await cp(resolve(packageFolder, "../../tsconfig.base.json"), join(repository, "tsconfig.base.json"));
  for (const part of ["package.json", "tsconfig.json", "src", "scripts"]) {
    const filter = (source: string) => !/\.test(-d)?\.ts$/.test(source);
    await cp(join(packageFolder, part), join(copy, part), { recursive: true, filter });
  }
});

afterEach(() => rm(repository, { recursive: true, force: true }));

async function node(...argv: string[]): Promise<string> {
  return (await execute(process.execPath, argv, { cwd: copy })).stdout;
}

async function addFile(): Promise<void> {
  await writeFile(join(copy, "src/mohallamart/order-made-up-for-tests.ts"), file);
}

async function addLine(text = line): Promise<void> {
  await appendFile(join(copy, "src/mohallamart/index.ts"), text);
}

it("the folders hold one event a file, and every one is listed", async () => {
  await expect(assertFolders(join(packageFolder, "src"), catalogues)).resolves.toBeUndefined();
});

describe("a new event", { timeout: 60_000 }, () => {
  it("is one file and one line: listed, shown, emitted with its types, exported and documented", async () => {
    await addFile();
    await addLine();
    const listed: { event: string }[] = JSON.parse(await node("src/cli.ts", "list", "--json"));
    expect(listed.map(({ event }) => event)).toContain("order.madeUpForTests");
    expect(await node("src/cli.ts", "show", "order.madeUpForTests")).toContain(
      "order.madeUpForTests:{orderId}",
    );

    await writeFile(join(copy, "scripts/emit.ts"), emit);
    expect(JSON.parse(await node("scripts/emit.ts"))).toMatchObject({ id: "order.madeUpForTests:ord_1" });
    await writeFile(join(copy, "tsconfig.emit.json"), emitConfig);
    await execute(join(packageFolder, "node_modules/.bin/tsc"), ["-p", "tsconfig.emit.json"], { cwd: copy });

    await node("scripts/write-exports.ts");
    const exported = [
      "schemas/2020-12/mohallamart/order-made-up-for-tests/latest.json",
      "asyncapi/mohallamart.json",
    ];
    for (const path of exported) {
      expect(await readFile(join(copy, "dist/exports", path), "utf8")).toContain("order.madeUpForTests");
    }
    await node("scripts/write-docs.ts");
    const page = await readFile(
      join(repository, "docs/catalogue/mohallamart/order-made-up-for-tests.md"),
      "utf8",
    );
    expect(page).toContain("A customer fetched an order from the shop.");
  });

  it("without its line fails the build and the documentation, which say what to add", async () => {
    await addFile();
    for (const script of ["scripts/write-exports.ts", "scripts/write-docs.ts"]) {
      await expect(node(script)).rejects.toThrow(
        `Add this line to packages/events/src/mohallamart/index.ts: ${line.trim()}`,
      );
    }
  });

  it("in a file of another name, or with one, says how to name both", async () => {
    await addFile();
    await addLine();
    const from = join(copy, "src/mohallamart/order-made-up-for-tests.ts");
    await writeFile(from, file.replace("orderMadeUpForTests", "madeUp"));
    await expect(node("scripts/write-exports.ts")).rejects.toThrow("does not provide an export");
    await writeFile(join(copy, "src/mohallamart/index.ts"), line.replace("orderMadeUpForTests", "madeUp"));
    await expect(node("scripts/write-exports.ts")).rejects.toThrow(
      "exports madeUp. Call it orderMadeUpForTests, as its file.",
    );
    await rename(from, join(copy, "src/mohallamart/made-up.ts"));
    await writeFile(join(copy, "src/mohallamart/index.ts"), 'export { madeUp } from "./made-up.ts";\n');
    await expect(node("scripts/write-exports.ts")).rejects.toThrow(
      'made-up.ts declares "order.madeUpForTests". Rename it to order-made-up-for-tests.ts.',
    );
  });

  it("that would be another's verb is refused, and told what to do", async () => {
    await writeFile(
      join(copy, "src/mohallamart/order-made-up-for-tests.ts"),
      file.replace("order.madeUpForTests", "order/created"),
    );
    await addLine();
    await expect(node("src/cli.ts", "list")).rejects.toThrow(
      'the events "order.created" and "order/created" are both orderEvents.created. Rename one of them',
    );
  });

  it("may not share its file, and a file that declares none belongs into fields.ts", async () => {
    await addFile();
    const second = file.slice(file.indexOf("export")).replace("orderMadeUpForTests", "orderLost");
    await appendFile(
      join(copy, "src/mohallamart/order-made-up-for-tests.ts"),
      second.replace("madeUpForTests", "lost"),
    );
    await writeFile(join(copy, "src/mohallamart/shared.ts"), "export const shared = 1;\n");
    const failure = expect(node("scripts/write-exports.ts")).rejects;
    await failure.toThrow("Give each event a file of its own.");
    await expect(node("scripts/write-exports.ts")).rejects.toThrow(
      "packages/events/src/mohallamart/shared.ts exports no event.",
    );
  });
});

describe("a new catalogue", { timeout: 60_000 }, () => {
  it("that is not in the list fails with what to add", async () => {
    await mkdir(join(copy, "src/loans"));
    await expect(node("scripts/write-exports.ts")).rejects.toThrow(
      "packages/events/src/loans belongs to no catalogue.",
    );
  });
});
