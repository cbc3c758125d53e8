import type { Product } from "@org/commands/sessions/person";

const portal = "/ten-ocean";

/** Whose page an address is, whether or not there is one. Operations are MohallaMart's. */
export function productAt(pathname: string): Product {
  return pathname === portal || pathname.startsWith(`${portal}/`) ? "ten-ocean" : "mohallamart";
}

/** Whether an address is one of MohallaMart's customers and shops, who read it in their language. */
export function isMarketPage(pathname: string): boolean {
  return productAt(pathname) === "mohallamart" && !pathname.startsWith("/operations");
}
