import type { MohallaMartStores } from "../mohallamart/port.ts";
import type { TenOceanStores } from "../ten-ocean/port.ts";
import { demoCustomer, demoProducts, demoShopkeepers, demoShops, demoStaff } from "./mohallamart.ts";
import { demoAdmins, demoUnits } from "./ten-ocean.ts";

export interface DemoDataTarget {
  mohallaMart: Pick<MohallaMartStores, "users" | "shops" | "shopkeepers" | "staff" | "products">;
  tenOcean: Pick<TenOceanStores, "units" | "admins">;
}

/**
 * Adds the demo data that is missing and leaves what is there as it is, stock included; emits nothing.
 * @returns how many records were added.
 */
export async function loadDemoData({ mohallaMart, tenOcean }: DemoDataTarget): Promise<number> {
  const { users, shops, shopkeepers, staff, products } = mohallaMart;
  const shopsAdded = await Promise.all(demoShops.map((shop) => shops.add(shop)));
  const othersAdded = await Promise.all([
    users.add(demoCustomer),
    ...demoShopkeepers.map((shopkeeper) => shopkeepers.add(shopkeeper)),
    ...demoStaff.map((member) => staff.add(member)),
    ...demoProducts.map((product) => products.add(product)),
    ...demoUnits.map((unit) => tenOcean.units.add(unit)),
    ...demoAdmins.map((admin) => tenOcean.admins.add(admin)),
  ]);
  return [...shopsAdded, ...othersAdded].filter(Boolean).length;
}
