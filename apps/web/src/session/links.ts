import { type Product, productOf, type Role } from "@org/commands/sessions/person";
import type { Route } from "next";

export interface AccountLink {
  roles: readonly Role[];
  label: string;
  href: Route;
}

/** What a person finds under their name in the header; the first one of a role is where it starts. */
const accountLinks: readonly AccountLink[] = [
  { roles: ["customer"], label: "My account", href: "/account" },
  { roles: ["customer"], label: "Notifications", href: "/account/notifications" },
  { roles: ["admin"], label: "Shop applications", href: "/admin/applications" },
  { roles: ["admin"], label: "Operations", href: "/operations" },
  {
    roles: ["association-admin", "floor-captain"],
    label: "Registrations",
    href: "/ten-ocean/admin/registrations",
  },
  { roles: ["association-admin", "floor-captain"], label: "Residents", href: "/ten-ocean/admin/residents" },
  { roles: ["shopkeeper"], label: "My shop", href: "/shop" },
];

const homes: Record<Product, Route> = { mohallamart: "/", "ten-ocean": "/ten-ocean" };

export function linksOf(role: Role): AccountLink[] {
  return accountLinks.filter(({ roles }) => roles.includes(role));
}

/** Where someone with a role goes on from signing in. */
export function startOf(role: Role): Route {
  return linksOf(role)[0]?.href ?? homes[productOf(role)];
}

export function homeOf(product: Product): Route {
  return homes[product];
}
