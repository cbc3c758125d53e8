/** What is wrong with the variables that choose where the marketplace is kept, in words for whoever sets them. */
export function marketplaceStoreFaults(
  settings: Readonly<Record<string, string | undefined>>,
): { name: string; message: string }[] {
  const { MARKETPLACE_STORE: store } = settings;
  if (!store || store === "postgres") return [];
  if (store !== "convex") return [{ name: "MARKETPLACE_STORE", message: "postgres or convex" }];
  return (["CONVEX_URL", "CONVEX_SERVICE_KEY"] as const)
    .filter((name) => !settings[name])
    .map((name) => ({ name, message: "required with MARKETPLACE_STORE=convex" }));
}
