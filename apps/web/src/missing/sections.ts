const sections = [
  "/checkout",
  "/o",
  "/orders",
  "/products",
  "/sell/applications",
  "/shops",
  "/ten-ocean/announcements",
  "/ten-ocean/events",
  "/ten-ocean/forum",
  "/ten-ocean/maintenance",
  "/ten-ocean/residents",
] as const;

/** Where each page is about one thing, whose id ends the address. */
export type Section = (typeof sections)[number];

/** What stands beside the pages about one thing each, and is about none. */
const besides: ReadonlySet<string> = new Set([
  "/ten-ocean/forum/names",
  "/ten-ocean/forum/new",
  "/ten-ocean/maintenance/new",
]);

/** Pages about one thing whose id does not end the address of a section: as the address that would. */
const deeper: readonly [RegExp, string][] = [
  [/^(\/orders\/[^/]+)\/cancel$/, "$1"],
  [/^(\/checkout)\/[^/]+(\/[^/]+)$/, "$1$2"],
  // A shop's checkout is about no order yet.
  [/^\/checkout\/[^/]+$/, "/"],
];

/** @param asked the path of a URL that can be decoded. */
export function sectionOf(asked: string): { section: Section; id: string } | undefined {
  const [pattern, plain] = deeper.find(([each]) => each.test(asked)) ?? [];
  const pathname = pattern && plain ? asked.replace(pattern, plain) : asked;
  const end = pathname.lastIndexOf("/");
  const section = sections.find((each) => each === pathname.slice(0, end));
  const id = decodeURIComponent(pathname.slice(end + 1));
  return section && !besides.has(pathname) ? { section, id } : undefined;
}

const nowhere = "/not-found";

/**
 * An address without a page, so that `app/not-found.tsx` is rendered, with its status. It says what was asked for: bound
 * to an address of this machine, Next takes it for another host's (it calls itself localhost) and requests it from itself,
 * unless it is started by that name.
 */
export function missingPath(pathname: string): string {
  return nowhere + pathname;
}

/** What was asked for, whether Next rendered the one address or the other. */
export function askedFor(pathname: string): string {
  return pathname.startsWith(`${nowhere}/`) ? pathname.slice(nowhere.length) : pathname;
}
