import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Acceptance, acceptancesIn } from "../release/acceptances.ts";
import { type Bump, declaredBump } from "../release/semver.ts";

export interface Pending {
  /** The largest bump that is declared. */
  declared: Bump;
  acceptances: Acceptance[];
}

/** What the pending changesets of a folder declare for a package, and accept. */
export async function readChangesets(folder: string, packageName: string): Promise<Pending> {
  const files = await readdir(folder).catch(() => []);
  const texts = await Promise.all(
    files
      .filter((file) => file.endsWith(".md") && file !== "README.md")
      .sort()
      .map((file) => readFile(join(folder, file), "utf8")),
  );
  return { declared: declaredBump(texts, packageName), acceptances: acceptancesIn(texts) };
}
