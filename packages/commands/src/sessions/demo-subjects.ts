import { demoCustomer, demoShopkeepers, demoStaff } from "@org/stores/demo-data/mohallamart";
import { demoAdmins, demoResidents } from "@org/stores/demo-data/ten-ocean";
import { subjectOf } from "./find-people.ts";

/** Who may be signed in without a code in development: the people of the demo data. */
export const demoSubjects: readonly string[] = [
  subjectOf({ role: "customer", id: demoCustomer.userId }),
  ...demoShopkeepers.map(({ shopkeeperId }) => subjectOf({ role: "shopkeeper", id: shopkeeperId })),
  ...demoStaff.map(({ staffId }) => subjectOf({ role: "admin", id: staffId })),
  ...demoResidents.map(({ userId }) => subjectOf({ role: "resident", id: userId })),
  ...demoAdmins.map(({ adminId }) => subjectOf({ role: "association-admin", id: adminId })),
];
