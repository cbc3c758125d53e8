/** What chooses where the marketplace is kept. */
export interface MarketplaceStoreSettings {
  MARKETPLACE_STORE?: string | undefined;
  CONVEX_URL?: string | undefined;
  CONVEX_SERVICE_KEY?: string | undefined;
}

/** What is wrong with these variables, in words for whoever sets them, by name. */
export function marketplaceStoreFaults(
  settings: MarketplaceStoreSettings,
): { name: keyof MarketplaceStoreSettings; message: string }[] {
  const { MARKETPLACE_STORE: store } = settings;
  if (!store || store === "postgres") return [];
  if (store !== "convex") return [{ name: "MARKETPLACE_STORE", message: "postgres or convex" }];
  return (["CONVEX_URL", "CONVEX_SERVICE_KEY"] as const)
    .filter((name) => !settings[name])
    .map((name) => ({ name, message: "required with MARKETPLACE_STORE=convex" }));
}
