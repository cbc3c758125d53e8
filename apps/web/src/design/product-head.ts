import type { Product } from "@org/commands/sessions/person";
import type { Metadata, Viewport } from "next";

interface ProductHead {
  /** As titles end. */
  name: string;
  metadata: Metadata;
  viewport: Viewport;
}

/** What browsers and search engines show of a product's pages: titles, icon, the colour around the page. */
export const productHead: Record<Product, ProductHead> = {
  mohallamart: {
    name: "MohallaMart",
    metadata: {
      title: { default: "MohallaMart: your lane's shops, delivered", template: "%s · MohallaMart" },
      description: "Order from the shops of your neighbourhood and pay in cash when it arrives.",
    },
    viewport: themed("#17408b", "#13264f"),
  },
  "ten-ocean": {
    name: "10 Ocean",
    metadata: {
      // Absolute, since a layout's own title is put into the template of the layout above it.
      title: { absolute: "Tenant portal · 10 Ocean", template: "%s · 10 Ocean" },
      description: "The association of everyone who lives at 10 Ocean.",
      icons: { icon: { url: "/ten-ocean/icon.svg", type: "image/svg+xml" } },
    },
    viewport: themed("#0d5563", "#07303a"),
  },
};

function themed(light: string, dark: string): Viewport {
  return {
    themeColor: [
      { media: "(prefers-color-scheme: light)", color: light },
      { media: "(prefers-color-scheme: dark)", color: dark },
    ],
  };
}
