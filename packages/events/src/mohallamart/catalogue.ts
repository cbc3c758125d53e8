import { defineCatalogue } from "../catalogue.ts";
import { analyticsTrack } from "./analytics-track.ts";
import { cleanupExpiredSessions } from "./cleanup-expired-sessions.ts";
import { cleanupOldLogs } from "./cleanup-old-logs.ts";
import { notificationSend } from "./notification-send.ts";
import { orderCancelled } from "./order-cancelled.ts";
import { orderCreated } from "./order-created.ts";
import { orderUpdated } from "./order-updated.ts";
import { productCreated } from "./product-created.ts";
import { productOutOfStock } from "./product-out-of-stock.ts";
import { productUpdated } from "./product-updated.ts";
import { searchIndex } from "./search-index.ts";
import { shopkeeperApplied } from "./shopkeeper-applied.ts";
import { shopkeeperApproved } from "./shopkeeper-approved.ts";
import { userCreated } from "./user-created.ts";
import { userDeleted } from "./user-deleted.ts";
import { userUpdated } from "./user-updated.ts";

export const mohallaMartCatalogue = defineCatalogue({
  name: "mohallamart",
  title: "MohallaMart",
  description: "Events of the neighbourhood marketplace.",
  groups: {
    userEvents: { created: userCreated, updated: userUpdated, deleted: userDeleted },
    orderEvents: { created: orderCreated, updated: orderUpdated, cancelled: orderCancelled },
    productEvents: { created: productCreated, updated: productUpdated, outOfStock: productOutOfStock },
    notificationEvents: { send: notificationSend },
    analyticsEvents: { track: analyticsTrack },
    shopkeeperEvents: { applied: shopkeeperApplied, approved: shopkeeperApproved },
    searchEvents: { index: searchIndex },
    cleanupEvents: { expiredSessions: cleanupExpiredSessions, oldLogs: cleanupOldLogs },
  },
});
