import { pages } from "../web-routes.ts";

type Viewer = "anybody" | "customer" | "shopkeeper";

/** Something for each part of an address that varies; what is said of nobody's is a page as well. */
const samples: Record<string, string> = {
  shopId: "shop_790",
  productId: "prod_101",
  shopkeeperId: "sk_999",
  token: "nobodys",
};

/** @returns nothing for a page of the portal and of the staff, whose own tests see them. */
function viewerOf(route: string): Viewer | undefined {
  if (/^\/(ten-ocean|operations|admin)\b/.test(route)) return undefined;
  if (route === "/account/closed") return "anybody";
  if (/^\/account\b/.test(route)) return "customer";
  return /^\/shop\b/.test(route) ? "shopkeeper" : "anybody";
}

/**
 * The addresses of every page of MohallaMart's that is somebody's, from the build's own list.
 * @throws when a route has a part that nothing is known of: add a sample above.
 */
export function storefrontPages(viewer: Viewer, known: Record<string, string>): string[] {
  const all = { ...samples, ...known };
  return pages
    .filter((route) => viewerOf(route) === viewer)
    .map((route) =>
      route.replaceAll(/\[(\w+)\]/g, (part, name: string) => {
        const sample = all[name];
        if (sample === undefined)
          throw new Error(`storefront-pages.ts has nothing for ${part}: add it there.`);
        return sample;
      }),
    );
}
