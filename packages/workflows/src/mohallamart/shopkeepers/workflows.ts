export { confirmApplication } from "./confirm-application.tsx";
export { enableShopListing } from "./enable-shop-listing.ts";
export { grantDashboardAccess } from "./grant-dashboard-access.ts";
export { sendApprovalEmail } from "./send-approval-email.ts";
export { sendRejectionEmail } from "./send-rejection-email.ts";
export { syncShopData } from "./sync-shop-data.ts";
export { verifyShopkeeper } from "./verify-shopkeeper.ts";
