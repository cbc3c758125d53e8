import type { ConvexDeployment } from "../convex/deployment.ts";
import { convexDeliveries } from "../deliveries/convex.ts";
import { convexUnsubscribeTokens } from "../unsubscribe/tokens.convex.ts";
import { convexAddresses } from "./addresses/convex.ts";
import { convexAnalytics } from "./analytics/convex.ts";
import { convexMoney } from "./money/convex.ts";
import { convexNotifications } from "./notifications/convex.ts";
import { convexCheckouts, convexOrders } from "./orders/convex.ts";
import { convexParcels } from "./parcels/convex.ts";
import type { MohallaMartStores } from "./port.ts";
import { convexInventory, convexProducts, convexWatchers } from "./products/convex.ts";
import { convexReceivedApplications, convexShopkeepers, convexShops } from "./shopkeepers/convex.ts";
import { convexConsents, convexPreferences, convexStaff, convexUsers } from "./users/convex.ts";

/** The marketplace's state in Convex. */
export function convexMohallaMartStores(deployment: ConvexDeployment): MohallaMartStores {
  return {
    users: convexUsers(deployment),
    preferences: convexPreferences(deployment),
    consents: convexConsents(deployment),
    unsubscribeTokens: convexUnsubscribeTokens(deployment),
    notifications: convexNotifications(deployment),
    shops: convexShops(deployment),
    shopkeepers: convexShopkeepers(deployment),
    receivedApplications: convexReceivedApplications(deployment),
    staff: convexStaff(deployment),
    products: convexProducts(deployment),
    watchers: convexWatchers(deployment),
    addresses: convexAddresses(deployment),
    checkouts: convexCheckouts(deployment),
    orders: convexOrders(deployment),
    parcels: convexParcels(deployment),
    money: convexMoney(deployment),
    inventory: convexInventory(deployment),
    analytics: convexAnalytics(deployment),
    deliveries: convexDeliveries(deployment),
  };
}
