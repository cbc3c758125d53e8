import type {
  ApplicationStatus,
  Shop,
  Shopkeeper,
  ShopkeeperApplication,
  Shopkeepers,
  Shops,
} from "@org/stores/mohallamart/port";

export interface ListedApplication {
  application: ShopkeeperApplication;
  shopkeeper: Shopkeeper;
  shop: Shop;
}

export interface ListApplicationsPorts {
  shopkeepers: Pick<Shopkeepers, "applications" | "get">;
  shops: Pick<Shops, "get">;
}

/** Applications of one status with who and what they are about, oldest first. */
export async function listApplications(
  { shopkeepers, shops }: ListApplicationsPorts,
  status: ApplicationStatus,
): Promise<ListedApplication[]> {
  const applications = await shopkeepers.applications({ status });
  const listed = await Promise.all(
    applications.map(async (application) => {
      const [shopkeeper, shop] = await Promise.all([
        shopkeepers.get(application.shopkeeperId),
        shops.get(application.shopId),
      ]);
      return shopkeeper && shop ? [{ application, shopkeeper, shop }] : [];
    }),
  );
  return listed.flat();
}
