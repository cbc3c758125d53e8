import type { Product } from "@org/commands/sessions/person";

const portal = "/ten-ocean";

/** Whose page an address is, whether or not there is one. Operations are MohallaMart's. */
export function productAt(pathname: string): Product {
  return pathname === portal || pathname.startsWith(`${portal}/`) ? "ten-ocean" : "mohallamart";
}
