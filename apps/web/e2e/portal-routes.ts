import { globSync } from "node:fs";
import { dirname, join } from "node:path";

const app = join(import.meta.dirname, "../app");

/** Every address of the portal that has a page, as the folders name it: `/ten-ocean/residents/[userId]`. */
export const portalRoutes: readonly string[] = globSync("ten-ocean/**/page.tsx", { cwd: app })
  .map((file) => `/${dirname(file)}`)
  .sort();

/** The address with something in place of each part in brackets. */
export function fillRoute(route: string, valueFor: (parameter: string) => string): string {
  return route.replace(/\[(\w+)\]/g, (_, parameter: string) => encodeURIComponent(valueFor(parameter)));
}
