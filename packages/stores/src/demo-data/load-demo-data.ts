import type { MohallaMartStores } from "../mohallamart/port.ts";
import type { NewResident, TenOceanStores } from "../ten-ocean/port.ts";
import { demoCustomer, demoProducts, demoShopkeepers, demoShops, demoStaff } from "./mohallamart.ts";
import { demoAdmins, demoResidents, demoUnits } from "./ten-ocean.ts";

export interface DemoDataTarget {
  mohallaMart: Pick<MohallaMartStores, "users" | "shops" | "shopkeepers" | "staff" | "products">;
  tenOcean: Pick<TenOceanStores, "units" | "admins" | "residents" | "verifications">;
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
  const [admin] = demoAdmins;
  const moved = await Promise.all(
    demoResidents.map((resident) => moveIn(tenOcean, resident, admin?.adminId)),
  );
  return [...shopsAdded, ...othersAdded, ...moved].filter(Boolean).length;
}

/** @returns false when they are registered already; nothing is changed then. */
async function moveIn(
  { residents, verifications }: DemoDataTarget["tenOcean"],
  resident: NewResident,
  decidedBy = "",
): Promise<boolean> {
  const { userId } = resident;
  if (await residents.get(userId)) return false;
  await residents.register(resident, { emit: [] });
  await verifications.open(userId);
  await verifications.decide(userId, { status: "verified", decidedBy }, { emit: [] });
  await residents.changeStanding(userId, "resident", { emit: [] });
  return true;
}
