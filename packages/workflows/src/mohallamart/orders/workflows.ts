export { cancelOrder } from "./cancel-order.ts";
export { notifyOrderStatus } from "./notify-order-status.tsx";
export { notifyShopkeeper } from "./notify-shopkeeper.ts";
export { processOrder } from "./process-order.ts";
export { sendOrderConfirmation } from "./send-order-confirmation.ts";
export { syncOrderData } from "./sync-order-data.ts";
export { trackOrderAnalytics } from "./track-order-analytics.ts";
export { updateInventory } from "./update-inventory.ts";
