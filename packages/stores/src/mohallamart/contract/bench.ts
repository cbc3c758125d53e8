import type { EventToSend } from "@org/events";
import { orderCreated, productOutOfStock, userCreated } from "@org/events/mohallamart";
import { personal } from "@org/integrations/contracts";
import type {
  InventoryOutcome,
  MohallaMartStores,
  NewOrder,
  NewProduct,
  PlacedOrder,
  Shop,
} from "../port.ts";

/** A store that the contract suite can look behind. */
export interface StoreBench {
  stores: MohallaMartStores;
  /** The events that are on their way to the engine, in order. */
  emitted(): Promise<EventToSend[]>;
  /** Whose analytics events say so. */
  trackedUsers(): Promise<string[]>;
  /** Empties the store. */
  reset(): Promise<void>;
}

export const shop: Shop = {
  shopId: "shop_1",
  name: "Corner Shop",
  area: "Indiranagar, Bengaluru",
  description: "Everything.",
  listed: true,
};

export const rice: NewProduct = {
  productId: "prod_rice",
  shopId: shop.shopId,
  name: "Rice",
  description: "Aged.",
  category: "Staples",
  unit: "1 kg",
  price: 19.99,
  stock: 10,
};

export const oil: NewProduct = { ...rice, productId: "prod_oil", name: "Oil", price: 142, stock: 1 };

export const customer = {
  userId: "user_1",
  name: personal.name,
  email: personal.email,
  phone: personal.phone,
};

export function newOrder(changes: Partial<NewOrder> = {}): NewOrder {
  return {
    orderId: "ord_1",
    shopId: shop.shopId,
    customer,
    items: [{ productId: rice.productId, quantity: 2 }],
    payment: "cash",
    ...changes,
  };
}

/** What the storefront emits with an order. */
export const orderEvents = {
  emit: (placed: PlacedOrder) => [
    orderCreated.create(placed),
    ...(placed.newCustomer ? [userCreated.create({ ...customer, userId: placed.userId })] : []),
  ],
};

/** What the inventory workflow emits when it takes stock. */
export const stockEvents = {
  emit: ({ depleted }: InventoryOutcome) =>
    depleted.map(({ productId, shopId, stock }) =>
      productOutOfStock.create({ productId, shopId, lastStock: stock }),
    ),
};

/** An event of the test's own. */
export const marked = (name: string) => ({ emit: [{ name, v: "1", data: {} }] });

/** The names of what was emitted. */
export async function emittedNames({ emitted }: StoreBench): Promise<string[]> {
  return (await emitted()).map(({ name }) => name);
}
