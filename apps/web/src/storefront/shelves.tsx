import type { Cart } from "../cart/cart.ts";
import type { ShopShelves } from "./catalogue.ts";
import { ShopSection } from "./shop-section.tsx";

/** Everything that the shops sell. */
export function Shelves({ shelves, cart }: { shelves: readonly ShopShelves[]; cart: Cart }) {
  return (
    <>
      {shelves.length === 0 && <p className="notice">No shop has opened here yet. Come back soon.</p>}
      {shelves.map((shopShelves) => (
        <ShopSection key={shopShelves.shop.shopId} shelves={shopShelves} cart={cart} />
      ))}
    </>
  );
}
