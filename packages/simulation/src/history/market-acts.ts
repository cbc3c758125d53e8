/** What people do at MohallaMart. Customers are numbers, see `customerOf`. */
export type MarketAct =
  | { kind: "apply-to-sell"; shopkeeperId: string; shopName: string }
  | { kind: "approve-shop"; shopkeeperId: string }
  | {
      kind: "save-product";
      shop: ShopName;
      productId: string;
      /** Undefined: as it is. */
      name?: string;
      price?: number;
      available?: number;
    }
  | {
      kind: "order";
      orderId: string;
      customer: number;
      shop: ShopName;
      items: readonly (readonly [productId: string, quantity: number])[];
      payment: "cash" | Paying;
    }
  | { kind: "move-order"; orderId: string; status: "packed" | "shipped" | "delivered" }
  | { kind: "cancel-order"; orderId: string }
  | { kind: "watch"; customer: number; productId: string; watch: boolean }
  | { kind: "save-account"; customer: number; channels: readonly ("email" | "sms" | "push")[] }
  | { kind: "allow-push"; customer: number }
  | { kind: "close-account"; customer: number }
  | { kind: "visit"; customer: number; event: string };

/** A shop by whoever keeps it: the shop's own id is given by the command. */
type ShopName = string;

/** Pays and comes back, pays and closes the browser, is declined by the bank, or never pays. */
export type Paying = "pays" | "leaves" | "declined" | "abandons";

export interface Customer {
  name: string;
  email: string;
  phone: string;
}

/** Nobody's name, address or number is part of another's, so that what is left of somebody can be searched for. */
export function customerOf(customer: number): Customer {
  const number = String(customer).padStart(3, "0");
  return {
    name: `Customer Nr${number}`,
    email: `customer${number}@people.example`,
    phone: `+9198450${number.padStart(5, "1")}`,
  };
}
