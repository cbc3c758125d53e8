import { globSync } from "node:fs";
import { join, relative } from "node:path";
import * as capabilities from "../capabilities.ts";
import { type AnyCapability, vendorsOf } from "../capability.ts";
import type { Vendor } from "../vendor.ts";
import type { VendorBench } from "./vendor-bench.ts";

const source = join(import.meta.dirname, "..");

export interface RegisteredVendor {
  capability: AnyCapability;
  vendor: Vendor<unknown, never>;
  /** Of its capability and its files: `sms/twilio`. */
  id: string;
  bench: VendorBench | undefined;
}

export const allCapabilities: readonly AnyCapability[] = Object.values(capabilities);

/** The vendors of every registry, each with the bench that stands beside its definition. */
export async function registeredVendors(): Promise<RegisteredVendor[]> {
  const definitions = await Promise.all(filesLike("*/*.vendor.ts").map(definitionIn));
  return allCapabilities.flatMap((capability) =>
    vendorsOf(capability).map((vendor) => {
      const found = definitions.find(({ exported }) => exported.includes(vendor));
      const id = found?.id ?? `${capability.name}/${vendor.name}`;
      return { capability, vendor, id, bench: found?.bench };
    }),
  );
}

/** Paths from `src` on. */
export function filesLike(pattern: string): string[] {
  return globSync(join(source, pattern))
    .map((path) => relative(source, path))
    .toSorted();
}

async function definitionIn(file: string) {
  const id = file.replace(/\.vendor\.ts$/, "");
  const exported: unknown[] = Object.values(await imported(file));
  const [benchFile] = filesLike(`${id}.bench.ts`);
  const bench = benchFile ? benchIn(await imported(benchFile)) : undefined;
  return { id, exported, bench };
}

async function imported(file: string): Promise<Record<string, unknown>> {
  return import(join(source, file));
}

/** Every `*.bench.ts` exports a `VendorBench` of this name; its annotation there is what the compiler checks. */
function benchIn(module: Record<string, unknown>): VendorBench | undefined {
  return module.bench as VendorBench | undefined;
}
