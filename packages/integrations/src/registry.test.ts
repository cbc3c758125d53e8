import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { allCapabilities, filesLike, registeredVendors } from "./testing/registered-vendors.ts";

/** Files of a capability that are no adapter: what joins adapters, and what callers of the port use. */
const besides = new Set([
  "alerts/everywhere",
  "pictures/names",
  "pictures/squares",
  "search/fields",
  "search/rebuild",
  "sms/routed",
]);
const ofEveryCapability = new Set(["capability", "contract", "port", "registry"]);

const folders = filesLike("*/port.ts").map((file) => file.split("/")[0] ?? "");
const adapters = folders
  .flatMap((folder) => filesLike(`${folder}/*.ts`))
  .filter((file) => !/\.(test|test-d|vendor|bench)\.ts$/.test(file))
  .map((file) => file.replace(/\.ts$/, ""))
  .filter((id) => !besides.has(id) && !ofEveryCapability.has(id.split("/")[1] ?? ""));
const vendors = await registeredVendors();
const camelCase = (name: string) => name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());

it.each(folders)("the port %s is a capability, listed once", (folder) => {
  const listed = allCapabilities.filter(({ name }) => name === folder);
  expect(
    listed.length,
    `add \`export { ${camelCase(folder)} } from "./${folder}/capability.ts";\` to src/capabilities.ts`,
  ).toBe(1);
});

it.each(adapters)("the adapter %s is in its registry", (id) => {
  const [folder, file] = id.split("/");
  expect(
    vendors.map((vendor) => vendor.id),
    `describe it in src/${id}.vendor.ts and add it to src/${folder}/registry.ts: export { … } from "./${file}.vendor.ts";`,
  ).toContain(id);
});

it.each(filesLike("*/*.vendor.ts"))("%s describes a vendor of its registry", (file) => {
  const id = file.replace(/\.vendor\.ts$/, "");
  const registry = `src/${id.split("/")[0]}/registry.ts`;
  expect(
    vendors.map((vendor) => vendor.id),
    `add one line to ${registry}`,
  ).toContain(id);
  expect(adapters, `write the adapter src/${id}.ts, or delete ${file}`).toContain(id);
});

describe.each(vendors)("$id", ({ id, bench, vendor, capability }) => {
  const file = `src/${id}.bench.ts`;

  it("is run through its port's contract", () => {
    expect(
      bench?.contract,
      `export \`bench: VendorBench\` from ${file}, whose contract() runs src/${capability.name}/contract.ts`,
    ).toBeTypeOf("function");
  });

  it("has a call that carries personal data", () => {
    const calls = bench?.personalData && "calls" in bench.personalData ? bench.personalData.calls : {};
    const said = bench?.personalData && "because" in bench.personalData ? bench.personalData.because : "";
    expect(
      said || Object.keys(calls).join(),
      `add personalData to ${file}: its calls, or because of what there are none`,
    ).not.toBe("");
  });

  it("has a call for the time in which the vendor is down", () => {
    const said = bench?.outage && "because" in bench.outage ? bench.outage.because : "";
    const open = bench?.outage && "open" in bench.outage ? bench.outage.open : undefined;
    expect(
      open ?? said,
      `add outage to ${file}: a call that works while the vendor is up, or because of what there is none`,
    ).toBeTruthy();
  });

  it("has its client as an optional peer", () => {
    const { peerDependencies, peerDependenciesMeta, devDependencies } = manifest();
    for (const client of vendor.packages) {
      const [peer, here] = [peerDependencies[client], devDependencies[client]];
      expect(peer, `add ${client} to peerDependencies in package.json`).toBeDefined();
      expect(here, `add ${client} to devDependencies in package.json`).toBe(peer);
      expect(peerDependenciesMeta[client], `make ${client} an optional peer`).toEqual({ optional: true });
    }
  });
});

/** What the contracts are run by, what cuts pictures whoever keeps them, and what everybody has one copy of. */
const noClients = new Set(["vitest", "sharp", "@org/events"]);

it("names every vendor's client that is an optional peer", () => {
  const named = vendors.flatMap(({ vendor }) => vendor.packages);
  const peers = Object.keys(manifest().peerDependencies).filter((name) => !noClients.has(name));
  expect(peers).toEqual([...new Set(named)].toSorted());
});

interface Manifest {
  devDependencies: Record<string, string>;
  peerDependencies: Record<string, string>;
  peerDependenciesMeta: Record<string, { optional: boolean }>;
}

function manifest(): Manifest {
  return JSON.parse(readFileSync(join(import.meta.dirname, "../package.json"), "utf8"));
}
