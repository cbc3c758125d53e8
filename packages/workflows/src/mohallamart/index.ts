import type { InngestFunction } from "inngest";
import { exportUserFeatures } from "./analytics/export-user-features.ts";
import { sendDailyReport } from "./analytics/send-daily-report.tsx";
import { trackAnalytics } from "./analytics/track-analytics.ts";
import { cleanupExpiredSessions } from "./cleanup/cleanup-expired-sessions.ts";
import { cleanupOldLogs } from "./cleanup/cleanup-old-logs.ts";
import { sendNotification } from "./notifications/send-notification.ts";
import { cancelOrder } from "./orders/cancel-order.ts";
import { notifyOrderStatus } from "./orders/notify-order-status.tsx";
import { notifyShopkeeper } from "./orders/notify-shopkeeper.ts";
import { processOrder } from "./orders/process-order.ts";
import { sendOrderConfirmation } from "./orders/send-order-confirmation.ts";
import { syncOrderData } from "./orders/sync-order-data.ts";
import { trackOrderAnalytics } from "./orders/track-order-analytics.ts";
import { updateInventory } from "./orders/update-inventory.ts";
import type { MohallaMartPorts } from "./ports.ts";
import { indexProduct } from "./products/index-product.ts";
import { notifyWatchers } from "./products/notify-watchers.ts";
import { processOutOfStockAlert } from "./products/process-out-of-stock-alert.tsx";
import { reindexProducts } from "./products/reindex-products.ts";
import { restoreListing } from "./products/restore-listing.tsx";
import { syncProductData } from "./products/sync-product-data.ts";
import { enableShopListing } from "./shopkeepers/enable-shop-listing.ts";
import { grantDashboardAccess } from "./shopkeepers/grant-dashboard-access.ts";
import { sendApprovalEmail } from "./shopkeepers/send-approval-email.tsx";
import { syncShopData } from "./shopkeepers/sync-shop-data.ts";
import { verifyShopkeeper } from "./shopkeepers/verify-shopkeeper.ts";
import { initializePreferences } from "./users/initialize-preferences.ts";
import { removeUserData } from "./users/remove-user-data.ts";
import { sendWelcomeEmail } from "./users/send-welcome-email.tsx";
import { syncUserData } from "./users/sync-user-data.ts";

export { mohallaMartInngest } from "./client.ts";
export type { MohallaMartPorts } from "./ports.ts";
export { advanceProductRebuild } from "./products/product-document.ts";

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
