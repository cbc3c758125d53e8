export { indexProduct } from "./index-product.ts";
export { notifyWatchers } from "./notify-watchers.ts";
export { processOutOfStockAlert } from "./process-out-of-stock-alert.tsx";
export { reindexProducts } from "./reindex-products.ts";
export { restoreListing } from "./restore-listing.tsx";
export { syncProductData } from "./sync-product-data.ts";
