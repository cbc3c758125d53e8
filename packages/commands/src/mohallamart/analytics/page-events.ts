import { cutText, oneLine } from "@org/events/text";

/** Something that a visitor did, as `analytics.track` names it. */
export interface VisitEvent {
  event: string;
  properties: Record<string, string | number>;
}

interface Page {
  name: string;
  pattern: RegExp;
  /** The property that the pattern's group is. */
  group?: string;
}

/** The pages that are counted, by name: an address itself is never recorded, because it tells what somebody ordered. */
const pages: readonly Page[] = [
  { name: "storefront", pattern: /^\/$/ },
  { name: "search", pattern: /^\/search$/ },
  { name: "product", pattern: /^\/products\/(prod_[A-Za-z0-9]{1,64})$/, group: "productId" },
  { name: "cart", pattern: /^\/cart$/ },
  { name: "checkout", pattern: /^\/checkout\/(shop_[A-Za-z0-9]{1,64})$/, group: "shopId" },
  { name: "order", pattern: /^\/orders\/[^/]+$/ },
  { name: "account", pattern: /^\/account$/ },
];

const longestQuery = 100;

/**
 * What it means that a visitor came to a page.
 *
 * @param address the page's path and query
 * @param from the path and query of the page before, in the same shop
 * @returns nothing for a page that is not counted
 */
export function pageEvents(address: string, from: string | undefined): VisitEvent[] {
  const page = pageOf(address);
  if (!page) return [];
  const events: VisitEvent[] = [
    { event: "page.viewed", properties: { page: page.name, ...page.properties } },
  ];
  const query = searchedFor(address);
  // Leafing through the results is the same search.
  if (query && !parametersOf(address).has("page"))
    events.push({ event: "search.performed", properties: { query } });
  const cameFrom = from === undefined ? undefined : searchedFor(from);
  if (cameFrom && page.properties.productId) {
    const properties = { query: cameFrom, clickedProduct: page.properties.productId };
    events.push({ event: "search.converted", properties });
  }
  if (page.name === "checkout") events.push({ event: "checkout.started", properties: page.properties });
  return events;
}

function pageOf(address: string): { name: string; properties: Record<string, string> } | undefined {
  const [path = ""] = address.split("?");
  for (const { name, pattern, group } of pages) {
    const found = pattern.exec(path);
    if (!found) continue;
    const [, value] = found;
    return { name, properties: group && value ? { [group]: value } : {} };
  }
  return undefined;
}

/** What was searched for at an address; nothing when it is no search. */
function searchedFor(address: string): string | undefined {
  if (pageOf(address)?.name !== "search") return undefined;
  return cutText(oneLine(parametersOf(address).get("q") ?? ""), longestQuery, "") || undefined;
}

function parametersOf(address: string): URLSearchParams {
  return new URLSearchParams(address.split("?")[1]);
}
