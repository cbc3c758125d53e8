import type { Cart } from "../cart/cart.ts";
import type { ShopShelves } from "./catalogue.ts";
import { ShopSection } from "./shop-section.tsx";

/** Everything that the shops sell. */
export function Shelves({ shelves, cart }: { shelves: readonly ShopShelves[]; cart: Cart }) {
  return shelves.map((shopShelves) => (
    <ShopSection key={shopShelves.shop.shopId} shelves={shopShelves} cart={cart} />
  ));
}
