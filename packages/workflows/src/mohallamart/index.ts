import type { InngestFunction } from "inngest";
import { indexProduct } from "./index-product.ts";
import { notifyOrderStatus } from "./notify-order-status.tsx";
import { notifyShopkeeper } from "./notify-shopkeeper.tsx";
import type { MohallaMartPorts } from "./ports.ts";
import { processOutOfStockAlert } from "./process-out-of-stock-alert.tsx";
import { sendNotification } from "./send-notification.ts";
import { sendOrderConfirmation } from "./send-order-confirmation.tsx";
import { sendWelcomeEmail } from "./send-welcome-email.tsx";
import { trackAnalytics } from "./track-analytics.ts";
import { trackOrderAnalytics } from "./track-order-analytics.ts";
import { updateInventory } from "./update-inventory.ts";

export { type MohallaMartInngest, mohallaMartInngest } from "./client.ts";
export type { MohallaMartPorts } from "./ports.ts";
export { toProductDocument } from "./product-document.ts";

/** The marketplace's workflows, ready to be served under the Inngest app `mohallamart`. */
export function mohallaMartFunctions(ports: MohallaMartPorts): InngestFunction.Any[] {
  return [
    indexProduct(ports),
    notifyOrderStatus(ports),
    notifyShopkeeper(ports),
    processOutOfStockAlert(ports),
    sendNotification(ports),
    sendOrderConfirmation(ports),
    sendWelcomeEmail(ports),
    trackAnalytics(ports),
    trackOrderAnalytics(ports),
    updateInventory(ports),
  ];
}
