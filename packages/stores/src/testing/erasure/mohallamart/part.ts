import type { Decisions } from "../columns.ts";
import type { ErasedProduct } from "../contract.ts";

/** What one domain of the marketplace keeps. */
export type ErasedPart = Pick<ErasedProduct, "common" | "rowsOf"> & { decisions: Decisions };

export const word = { impersonal: "One of a few words of ours." };
export const thing = { impersonal: "The id of an order, a shop, a product or an event." };
export const shops = { impersonal: "The shop's own, shown to everybody." };
export const vendors = {
  impersonal: "The payment vendor's or the carrier's own; money and parcels are found by it.",
};
export const visit = { impersonal: "Random, for one visit; whose it was is not kept beside it." };

export const at = "2026-11-01T10:00:00Z";
/** In the shop that {@link erasedShopkeepers} has for everybody. */
export const isIn = { shop_id: "shop_1" };
export const goods = { name: "Rice", unit: "1 kg", price_paise: 1000 };
