import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { orderUpdated } from "../../mohallamart/order-updated.ts";
import { defineCatalogue } from "../catalogue.ts";
import { createRelease, type Release } from "../release/release.ts";
import { writeRelease } from "../release/release-files.ts";
import { run } from "../testing/run-cli.ts";

const consumer = [process.execPath, fileURLToPath(new URL("../testing/read-an-order.ts", import.meta.url))];

async function scratch() {
  const root = await mkdtemp(join(tmpdir(), "org-events-readers-"));
  const [readers, functions] = [join(root, "readers"), join(root, "functions.json")];
  await mkdir(readers);
  return { root, readers, functions, options: ["--readers", readers, "--functions", functions] };
}

describe("readers record", () => {
  it("writes what the functions of a command read, under the consumer's name", async () => {
    const { readers } = await scratch();
    const out = join(readers, "warehouse.json");
    const argv = ["readers", "record", "--as", "@acme/warehouse", "--out", out, "--", ...consumer];
    expect(await run(argv)).toMatchObject({ code: 0, out: `wrote what 2 readers read to ${out}` });
    expect(JSON.parse(await readFile(out, "utf8"))).toEqual({
      readers: {
        "@acme/warehouse/pick-list": { "order.created": ["items", "items[].productId"] },
        "@acme/warehouse/till": { "order.created": ["total"] },
      },
    });
  });

  it.each([
    ["a command that fails", [...consumer, "--fail"], 1, "nothing was written"],
    ["a command that reads no event", [...consumer, "--idle"], 1, "nothing read an event"],
    ["a command that is none", ["no-such-command"], 2, "cannot run no-such-command"],
  ])("writes nothing of %s", async (_, command, code, message) => {
    const { readers } = await scratch();
    const out = join(readers, "none.json");
    const recorded = await run(["readers", "record", "--out", out, "--", ...command]);
    expect(recorded).toMatchObject({ code, errors: expect.stringContaining(message) });
    expect(existsSync(out)).toBe(false);
  });

  it("says where it could not write", async () => {
    const { root } = await scratch();
    const out = join(root, "no-folder", "readers.json");
    const recorded = await run(["readers", "record", "--out", out, "--", ...consumer]);
    expect(recorded).toMatchObject({ code: 4, errors: expect.stringContaining(`cannot write ${out}`) });
  });
});

describe("what is known of readers", () => {
  const functions = {
    functions: ["update-inventory", "sync-order-data"].map((id) => ({
      ...{ id, triggers: [{ event: "order.updated" }], waitsFor: [] },
      reads: { "order.updated": ["status"], "order.created": ["items", "items[].quantity"] },
    })),
  };
  const warehouse = { readers: { "@acme/warehouse": { "order.created": ["shopId"] } } };

  const title = "Orders";
  const orders = defineCatalogue({ name: "orders", title, description: title, events: { orderUpdated } });
  const catalogues = [orders];

  /** Today's contracts, as if an update had named a courier and known one status more. */
  function formerRelease(): Release {
    const past = createRelease("1.0.0", catalogues);
    const updated = past.events.find(({ event }) => event === "order.updated");
    updated?.input.properties?.status?.enum?.push("lost");
    Object.assign(updated?.input.properties ?? {}, { courier: { type: "string" } });
    updated?.input.required?.push("courier");
    for (const set of [updated?.sets?.takes, updated?.sets?.writes]) {
      if (set?.kind !== "object") throw new Error("The event has no fields.");
      set.fields.courier = { set: { kind: "text" }, optional: false };
      const status = set.fields.status?.set;
      if (status?.kind === "union") status.of.push({ kind: "literal", value: "lost" });
    }
    return past;
  }

  it("is said of every broken field, whoever wrote the list", async () => {
    const { root, readers, options, functions: file } = await scratch();
    await writeFile(file, JSON.stringify(functions));
    await writeFile(join(readers, "warehouse.json"), JSON.stringify(warehouse));
    const releases = join(root, "releases");
    await writeRelease(releases, formerRelease());
    const argv = ["check", "--releases", releases, "--changesets", root, ...options];
    const { code, out } = await run(argv, { catalogues });
    expect(code).toBe(1);
    expect(out).toContain("nobody reads order.updated.courier");
    expect(out).toContain("sync-order-data and update-inventory read order.updated.status");
    const checked = JSON.parse((await run([...argv, "--json"], { catalogues })).out);
    const updated = checked.events.find(({ event }: { event: string }) => event === "order.updated");
    expect(updated.readers).toEqual({ courier: [], status: ["sync-order-data", "update-inventory"] });
  });

  it("stands beside each field of an event", async () => {
    const { readers, options, functions: file } = await scratch();
    await writeFile(file, JSON.stringify(functions));
    await writeFile(join(readers, "warehouse.json"), JSON.stringify(warehouse));
    const { out } = await run(["show", "order.created", ...options]);
    expect(out).toMatch(/^shopId .* @acme\/warehouse/m);
    expect(out).toMatch(/^items\[\]\.quantity .* sync-order-data, update-inventory/m);
    expect(out).toMatch(/^total .* nobody/m);
  });

  it("is not made up where nobody recorded", async () => {
    const { options } = await scratch();
    const { out } = await run(["show", "order.created", ...options]);
    expect(out).toMatch(/^total .* not recorded/m);
  });

  it("is refused when a list is none, by its name", async () => {
    const { readers, options } = await scratch();
    await writeFile(join(readers, "broken.json"), '{"readers":[]}');
    const { code, errors } = await run(["show", "order.created", ...options]);
    expect({ code, errors }).toMatchObject({
      code: 2,
      errors: expect.stringContaining(`${join(readers, "broken.json")} is no list of readers`),
    });
  });
});
