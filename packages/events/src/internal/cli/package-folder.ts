import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** The package's own folder, the same from `src` and from `dist`. */
export const packageFolder = fileURLToPath(new URL("../../..", import.meta.url));

export function packageVersion(): string {
  const { version }: { version: string } = JSON.parse(readFileSync(`${packageFolder}/package.json`, "utf8"));
  return version;
}
