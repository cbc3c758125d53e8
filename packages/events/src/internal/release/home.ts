import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { EventCatalogue } from "../catalogue.ts";

/** The package whose contracts are asked about, and where it keeps what belongs to them. */
export interface Home {
  name: string;
  version: string;
  folder: string;
  /** The module that exports the catalogues, from the folder. */
  module: string;
  releases: string;
  changesets: string;
  /** Workflows' functions.json. */
  functions: string;
  /** Lists of readers. */
  readers: string;
}

/**
 * The catalogues that a package's module exports, alone or in a list.
 * @throws Error that names the module
 */
export async function cataloguesOf({ folder, module }: Pick<Home, "folder" | "module">) {
  const file = resolve(folder, module);
  const exported: object = await import(pathToFileURL(file).href).catch((error: unknown) => {
    throw new Error(`cannot load the catalogue ${file}: ${error instanceof Error ? error.message : ""}`);
  });
  const found = Object.values(exported).flat().filter(isCatalogue);
  if (found.length > 0) return [...new Set(found)];
  throw new Error(`${file} exports no catalogue: export what defineCatalogue returns`);
}

function isCatalogue(value: unknown): value is EventCatalogue {
  return (
    isFields(value) && typeof value.name === "string" && Array.isArray(value.definitions) && "find" in value
  );
}

function isFields(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
