export { indexProduct } from "./index-product.ts";
export { notifyWatchers } from "./notify-watchers.ts";
export { processOutOfStockAlert } from "./process-out-of-stock-alert.ts";
export { reindexProducts } from "./reindex-products.ts";
export { restoreListing } from "./restore-listing.ts";
export { syncProductData } from "./sync-product-data.ts";
