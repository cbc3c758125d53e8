import type { Route } from "next";

const here = "http://here.invalid";

/** The way to a page of this app that someone named in an address or a form; undefined for anything that leads elsewhere. */
export function safeNextPath(text: string | undefined): Route | undefined {
  if (!text?.startsWith("/") || !URL.canParse(text, here)) return undefined;
  const { origin, pathname, search } = new URL(text, here);
  // `/.//evil.example` is a path of this origin, and what is left of it is an address of another.
  if (origin !== here || pathname.startsWith("//")) return undefined;
  return appRoute(pathname + search);
}

/** Holds for every path of this origin; whether there is a page is seen when it is opened. */
function appRoute(path: string): Route {
  return path as Route;
}
