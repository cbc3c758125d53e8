import type { InngestFunction } from "inngest";
import { cancelOrder } from "./cancel-order.ts";
import { cleanupExpiredSessions } from "./cleanup-expired-sessions.ts";
import { cleanupOldLogs } from "./cleanup-old-logs.ts";
import { enableShopListing } from "./enable-shop-listing.ts";
import { exportUserFeatures } from "./export-user-features.ts";
import { grantDashboardAccess } from "./grant-dashboard-access.ts";
import { indexProduct } from "./index-product.ts";
import { initializePreferences } from "./initialize-preferences.ts";
import { notifyOrderStatus } from "./notify-order-status.tsx";
import { notifyShopkeeper } from "./notify-shopkeeper.ts";
import { notifyWatchers } from "./notify-watchers.ts";
import type { MohallaMartPorts } from "./ports.ts";
import { processOrder } from "./process-order.ts";
import { processOutOfStockAlert } from "./process-out-of-stock-alert.tsx";
import { reindexProducts } from "./reindex-products.ts";
import { removeUserData } from "./remove-user-data.ts";
import { restoreListing } from "./restore-listing.tsx";
import { sendApprovalEmail } from "./send-approval-email.tsx";
import { sendDailyReport } from "./send-daily-report.tsx";
import { sendNotification } from "./send-notification.ts";
import { sendOrderConfirmation } from "./send-order-confirmation.ts";
import { sendWelcomeEmail } from "./send-welcome-email.tsx";
import { syncOrderData } from "./sync-order-data.ts";
import { syncProductData } from "./sync-product-data.ts";
import { syncShopData } from "./sync-shop-data.ts";
import { syncUserData } from "./sync-user-data.ts";
import { trackAnalytics } from "./track-analytics.ts";
import { trackOrderAnalytics } from "./track-order-analytics.ts";
import { updateInventory } from "./update-inventory.ts";
import { verifyShopkeeper } from "./verify-shopkeeper.ts";

export { type MohallaMartInngest, mohallaMartInngest } from "./client.ts";
export type { MohallaMartPorts } from "./ports.ts";
export { advanceProductRebuild } from "./product-document.ts";

/** The marketplace's workflows, ready to be served under the Inngest app `mohallamart`. */
export function mohallaMartFunctions(ports: MohallaMartPorts): InngestFunction.Any[] {
  return [
    cancelOrder(ports),
    cleanupExpiredSessions(ports),
    cleanupOldLogs(ports),
    enableShopListing(ports),
    exportUserFeatures(ports),
    grantDashboardAccess(ports),
    indexProduct(ports),
    initializePreferences(ports),
    notifyOrderStatus(ports),
    notifyShopkeeper(ports),
    processOrder(ports),
    notifyWatchers(ports),
    processOutOfStockAlert(ports),
    reindexProducts(ports),
    removeUserData(ports),
    sendDailyReport(ports),
    restoreListing(ports),
    sendNotification(ports),
    sendApprovalEmail(ports),
    sendOrderConfirmation(ports),
    sendWelcomeEmail(ports),
    syncOrderData(ports),
    syncProductData(ports),
    syncShopData(ports),
    syncUserData(ports),
    trackAnalytics(ports),
    trackOrderAnalytics(ports),
    updateInventory(ports),
    verifyShopkeeper(ports),
  ];
}
