import type { Role } from "@org/commands/sessions/person";

/** What a role is called on pages. */
export const roleNames: Record<Role, string> = {
  customer: "Customer",
  shopkeeper: "Shopkeeper",
  admin: "MohallaMart admin",
  resident: "Resident",
  "association-admin": "Association admin",
  "floor-captain": "Floor captain",
};
