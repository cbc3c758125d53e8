import type { InngestFunction } from "inngest";
import { cancelOrder } from "./cancel-order.ts";
import { indexProduct } from "./index-product.ts";
import { notifyOrderStatus } from "./notify-order-status.tsx";
import { notifyShopkeeper } from "./notify-shopkeeper.ts";
import type { MohallaMartPorts } from "./ports.ts";
import { processOrder } from "./process-order.ts";
import { processOutOfStockAlert } from "./process-out-of-stock-alert.tsx";
import { sendOrderConfirmation } from "./send-order-confirmation.ts";
import { sendWelcomeEmail } from "./send-welcome-email.tsx";
import { syncOrderData } from "./sync-order-data.ts";
import { trackAnalytics } from "./track-analytics.ts";
import { trackOrderAnalytics } from "./track-order-analytics.ts";
import { updateInventory } from "./update-inventory.ts";

export { type MohallaMartInngest, mohallaMartInngest } from "./client.ts";
export type { MohallaMartPorts } from "./ports.ts";
export { toProductDocument } from "./product-document.ts";

/** The marketplace's workflows, ready to be served under the Inngest app `mohallamart`. */
export function mohallaMartFunctions(ports: MohallaMartPorts): InngestFunction.Any[] {
  return [
    cancelOrder(ports),
    indexProduct(ports),
    notifyOrderStatus(ports),
    notifyShopkeeper(ports),
    processOrder(ports),
    processOutOfStockAlert(ports),
    sendOrderConfirmation(ports),
    sendWelcomeEmail(ports),
    syncOrderData(ports),
    trackAnalytics(ports),
    trackOrderAnalytics(ports),
    updateInventory(ports),
  ];
}
