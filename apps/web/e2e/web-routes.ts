import { globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

export const web = join(import.meta.dirname, "..");

/** The address of a file in `app`, as the folders name it: `/ten-ocean/residents/[userId]`. */
function addressOf(file: string): string {
  return `/${dirname(file).replace(/^app\/?/, "")}`.replace(/\/\(\w+\)/, "") || "/";
}

const files = globSync("app/**/{page.tsx,route.ts}", { cwd: web });

/** Every address that answers GET. */
export const routes: readonly string[] = files.map(addressOf).sort();

/** Those that are pages, as the build has them. */
export const pages: readonly string[] = files
  .filter((file) => file.endsWith("page.tsx"))
  .map(addressOf)
  .sort();

export interface Address {
  method: "GET" | "POST";
  route: string;
}

/** Every address with each method that it answers. Pages are posted to only by their actions. */
export const addresses: readonly Address[] = files
  .flatMap((file) =>
    methodsOf(readFileSync(join(web, file), "utf8")).map((method) => ({ method, route: addressOf(file) })),
  )
  .sort((a, b) => a.route.localeCompare(b.route, "en") || a.method.localeCompare(b.method, "en"));

function methodsOf(source: string): Address["method"][] {
  const found = [...source.matchAll(/export (?:async )?function (GET|POST)\b/g)].map(([, method]) =>
    method === "POST" ? ("POST" as const) : ("GET" as const),
  );
  return found.length > 0 ? found : ["GET"];
}

export interface Action {
  /** What Next calls it in this build. */
  id: string;
  /** Where it is written: `orders/cancel-action submitCancellation`. */
  name: string;
  /** An address whose page can call it. */
  route: string;
  /** How many of the state before and the form it takes. */
  takes: "nothing" | "form" | "state and form";
}

interface Manifest {
  node: Record<string, { workers: Record<string, unknown>; filename: string; exportedName: string }>;
}

/** Every server action of the build, as Next lists them. */
export function actionsOfBuild(): Action[] {
  const text = readFileSync(join(web, ".next/server/server-reference-manifest.json"), "utf8");
  const { node }: Manifest = JSON.parse(text);
  return Object.entries(node)
    .map(([id, { workers, filename, exportedName }]) => ({
      id,
      name: `${filename.replace(/^.*\bsrc\/|\.tsx?$/g, "")} ${exportedName}`,
      route: addressOf(Object.keys(workers).sort()[0] ?? ""),
      takes: takenBy(id),
    }))
    .sort((a, b) => a.name.localeCompare(b.name, "en"));
}

/** The first byte of an id tells how many parameters the action has. */
function takenBy(id: string): Action["takes"] {
  const bits = Number.parseInt(id.slice(0, 2), 16);
  if (bits & 0b0010_0000) return "state and form";
  return bits & 0b0100_0000 ? "form" : "nothing";
}

/** Every action that the sources have. */
export const actionsOfSources: readonly string[] = globSync("src/**/*.ts", { cwd: web })
  .map((file) => ({ file, source: readFileSync(join(web, file), "utf8") }))
  .filter(({ source }) => source.startsWith('"use server"'))
  .flatMap(({ file, source }) =>
    [...source.matchAll(/export (?:async function|const) (\w+)/g)].map(
      ([, name]) => `${file.replace(/^src\/|\.ts$/g, "")} ${name}`,
    ),
  )
  .sort((a, b) => a.localeCompare(b, "en"));
