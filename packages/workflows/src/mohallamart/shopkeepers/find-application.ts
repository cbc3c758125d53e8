import type { Shop, Shopkeeper, ShopkeeperApplication } from "@org/stores/mohallamart/port";
import { NonRetriableError } from "inngest";
import type { Uses } from "../ports.ts";

type Ports = Uses<{ shopkeepers: "get" | "application"; shops: "get" }>;

/** Someone who wants to keep a shop, or does. */
export interface ShopApplication {
  application: ShopkeeperApplication;
  shopkeeper: Shopkeeper;
  shop: Shop;
}

/** An application is written together with its event, so a missing one will not appear later. */
export async function findApplication(
  { shopkeepers, shops }: Ports,
  shopkeeperId: string,
): Promise<ShopApplication> {
  const application = await shopkeepers.application(shopkeeperId);
  const shopkeeper = await shopkeepers.get(shopkeeperId);
  const shop = shopkeeper && (await shops.get(shopkeeper.shopId));
  if (!application || !shopkeeper || !shop) {
    throw new NonRetriableError(
      `Shopkeeper ${shopkeeperId} does not exist: it was deleted, or the event names a wrong one.`,
    );
  }
  return { application, shopkeeper, shop };
}

/** What an event says is not enough to open a shop: the store has to say so too. */
export async function findApproved(ports: Ports, shopkeeperId: string): Promise<ShopApplication> {
  const found = await findApplication(ports, shopkeeperId);
  const { status } = found.application;
  if (status !== "approved") {
    throw new NonRetriableError(
      `Shopkeeper ${shopkeeperId} is not approved but ${status}: nothing is opened. Find out who sent the event.`,
    );
  }
  return found;
}

/**
 * An account that closes takes its application along. What an event says is not enough: the store has to say so too, and
 * the reason is what it says.
 */
export async function findRejected(ports: Ports, shopkeeperId: string): Promise<ShopApplication | undefined> {
  if (!(await ports.shopkeepers.application(shopkeeperId))) return undefined;
  const found = await findApplication(ports, shopkeeperId);
  const { status } = found.application;
  if (status !== "rejected") {
    throw new NonRetriableError(
      `Shopkeeper ${shopkeeperId} was not turned down but is ${status}: nobody is told. Find out who sent the event.`,
    );
  }
  return found;
}
