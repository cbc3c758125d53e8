import type { SearchQuery } from "@org/integrations/search/port";
import type { productIndex } from "@org/stores/mohallamart/products/search-index";
import type { Route } from "next";
import { typedText } from "../http/typed-text.ts";

/** By the word that stands in the address. */
const orders = {
  relevance: [],
  cheapest: [{ by: "price", direction: "ascending" }],
  dearest: [{ by: "price", direction: "descending" }],
} as const satisfies Record<string, Required<PortQuery>["order"]>;

type PortQuery = SearchQuery<(typeof productIndex)["fields"]>;

type SortName = keyof typeof orders;

export const sortNames: readonly SortName[] = Object.keys(orders).filter(isSortName);

/** What a customer looks for; each part stands in the page's address. */
export interface ProductQuery {
  text: string;
  category?: string;
  shopId?: string;
  sort: SortName;
  /** From 1. */
  page: number;
}

export const pageSize = 24;

const longestText = 100;
const lastPage = 100;

type Parameters = Readonly<Record<string, string | string[] | undefined>>;

/** Reads an address. Anybody can write one, so what makes no sense counts as not there. */
export function parseProductQuery(parameters: Parameters): ProductQuery {
  const textOf = (name: string) => typedText([parameters[name]].flat()[0], longestText) || undefined;
  const sort = textOf("sort");
  const page = Number(textOf("page"));
  return {
    text: textOf("q") ?? "",
    category: textOf("category"),
    shopId: textOf("shop"),
    sort: isSortName(sort) ? sort : "relevance",
    page: Number.isInteger(page) && page >= 1 ? Math.min(page, lastPage) : 1,
  };
}

/** The address of a search. */
export function searchPath({ text, category, shopId, sort, page }: ProductQuery): Route {
  const parameters = new URLSearchParams({ q: text });
  if (category !== undefined) parameters.set("category", category);
  if (shopId !== undefined) parameters.set("shop", shopId);
  if (sort !== "relevance") parameters.set("sort", sort);
  if (page > 1) parameters.set("page", String(page));
  return `/search?${parameters}`;
}

/** The query as the search port takes it. */
export function toPortQuery({ text, category, shopId, sort, page }: ProductQuery): PortQuery {
  return {
    text,
    filters: { ...(category !== undefined && { category }), ...(shopId !== undefined && { shopId }) },
    facets: ["category", "shopId"],
    order: orders[sort],
    page,
    pageSize,
  };
}

function isSortName(text: string | undefined): text is SortName {
  return text !== undefined && Object.hasOwn(orders, text);
}
