import type { Emit } from "../../outbox/port.ts";

export interface Shop {
  shopId: string;
  name: string;
  /** The neighbourhood it serves, as `Indiranagar, Bengaluru`. */
  area: string;
  description: string;
  /** Whether customers see it. */
  listed: boolean;
}

export interface Shopkeeper {
  shopkeeperId: string;
  shopId: string;
  name: string;
  email: string;
  /** E.164. */
  phone?: string;
}

export type ApplicationStatus = "applied" | "approved" | "rejected" | "lapsed";

/** Where a shopkeeper stands on the way to selling. */
export interface ShopkeeperApplication {
  shopkeeperId: string;
  shopId: string;
  status: ApplicationStatus;
  appliedAt: string;
  /** When it was approved or turned down, or lapsed. */
  decidedAt?: string;
  /** The admin's id. */
  approvedBy?: string;
  /** The admin's id. */
  rejectedBy?: string;
  /** Why it was turned down, as the applicant is told. */
  rejection?: string;
  /** Whether they may open the shop's dashboard. */
  dashboardAccess: boolean;
}

export interface Shops {
  /** Listed shops by name. */
  list(): Promise<Shop[]>;
  get(shopId: string): Promise<Shop | undefined>;
  /** @returns false when the id exists; nothing is changed then. */
  add(shop: Shop, events?: Emit): Promise<boolean>;
  /** Shows the shop and its products to customers, or hides them. @returns whether that changed it. @throws UnknownShopError */
  setListed(shopId: string, listed: boolean, events?: Emit<Shop>): Promise<boolean>;
}

export interface Shopkeepers {
  list(options: { shopId: string }): Promise<Shopkeeper[]>;
  /** Adds one who is approved already. @returns false when the id exists; nothing is changed then. */
  add(shopkeeper: Shopkeeper, events?: Emit): Promise<boolean>;
  get(shopkeeperId: string): Promise<Shopkeeper | undefined>;
  /** Everyone with the address, in any case: one person may run several shops. */
  findByEmail(email: string): Promise<Shopkeeper[]>;
  application(shopkeeperId: string): Promise<ShopkeeperApplication | undefined>;
  /** Those of one status, oldest first; at most `limit` (default 100). */
  applications(options: { status: ApplicationStatus; limit?: number }): Promise<ShopkeeperApplication[]>;
  /**
   * Takes in an application of the account `applicantId`: the shop, unlisted, and its shopkeeper. The same `shopkeeperId` again returns the first
   * application and emits nothing.
   * @throws ShopExistsError when it is for a shop that is there already; nobody applies for somebody else's.
   */
  apply(
    application: { applicantId: string; shopkeeper: Shopkeeper; shop: Omit<Shop, "listed"> },
    events: Emit<ShopkeeperApplication>,
  ): Promise<ShopkeeperApplication>;
  /** @returns false when it was decided already or has lapsed. @throws UnknownShopkeeperError */
  approve(shopkeeperId: string, approvedBy: string, events: Emit<ShopkeeperApplication>): Promise<boolean>;
  /** Turns it down. @returns false when it was decided already or has lapsed. @throws UnknownShopkeeperError */
  reject(
    shopkeeperId: string,
    rejection: { rejectedBy: string; reason: string },
    events: Emit<ShopkeeperApplication>,
  ): Promise<boolean>;
  /** Ends an application that nobody decided on. @returns false when it was decided. @throws UnknownShopkeeperError */
  lapse(shopkeeperId: string, events?: Emit<ShopkeeperApplication>): Promise<boolean>;
  /** @returns false when they have it already. @throws UnknownShopkeeperError */
  grantDashboardAccess(shopkeeperId: string): Promise<boolean>;
}
