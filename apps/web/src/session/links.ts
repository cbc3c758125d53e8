import { type Product, productOf, type Role, rolesOf } from "@org/commands/sessions/person";
import { securityPaths } from "@org/commands/sessions/security-paths";
import type { Route } from "next";

export interface AccountLink {
  roles: readonly Role[];
  label: string;
  href: Route;
}

/** What a person finds under their name in the header; the first one of a role is where it starts. */
const accountLinks: readonly AccountLink[] = [
  { roles: ["customer"], label: "My account", href: "/account" },
  { roles: ["customer"], label: "Your orders", href: "/account/orders" },
  { roles: ["customer"], label: "Products you watch", href: "/account/watched" },
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
  { roles: rolesOf("mohallamart"), label: "Sign-in and security", href: securityPaths.mohallamart },
  { roles: rolesOf("ten-ocean"), label: "Sign-in and security", href: securityPaths["ten-ocean"] },
];

const homes: Record<Product, Route> = { mohallamart: "/", "ten-ocean": "/ten-ocean" };

export function linksOf(role: Role): AccountLink[] {
  return accountLinks.filter(({ roles }) => roles.includes(role));
}

/** Where someone with a role goes on from signing in. */
export function startOf(role: Role): Route {
  const [first] = linksOf(role);
  const product = productOf(role);
  return first === undefined || first.href === securityPaths[product] ? homes[product] : first.href;
}

export function homeOf(product: Product): Route {
  return homes[product];
}
