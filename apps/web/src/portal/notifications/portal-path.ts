import type { Route } from "next";

/** Whether a notification leads to a page of the portal. Guarantee: templates name pages that are there. */
export function isOfPortal(path: string): path is Route {
  return path.startsWith("/ten-ocean/");
}
