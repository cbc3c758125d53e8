import type { Deliveries } from "../../deliveries/port.ts";
import type { Analytics } from "./port/analytics.ts";
import type { Checkouts } from "./port/checkouts.ts";
import type { Inventory } from "./port/inventory.ts";
import type { Orders } from "./port/orders.ts";
import type { Products, Watchers } from "./port/products.ts";
import type { Shopkeepers, Shops } from "./port/shops.ts";
import type { Staff } from "./port/staff.ts";
import type { Notifications, PreferenceStore, Users } from "./port/users.ts";

export type {
  Analytics,
  AnalyticsBucket,
  AnalyticsEvent,
  AnalyticsSummary,
  Bucket,
  Span,
  UserFeatures,
} from "./port/analytics.ts";
export type { Checkout, Checkouts, NewCheckout } from "./port/checkouts.ts";
export type {
  Inventory,
  InventoryEntry,
  InventoryOutcome,
  RestoredProduct,
  RestoreOutcome,
  StockAlert,
  StockChange,
} from "./port/inventory.ts";
export type {
  DeliveryProgress,
  NewOrder,
  Order,
  OrderDetails,
  OrderItem,
  OrderLine,
  OrderPayment,
  OrderProgress,
  OrderStatus,
  Orders,
  PaymentStatus,
  PlacedOrder,
  TrackingEntry,
} from "./port/orders.ts";
export type {
  NewProduct,
  Product,
  ProductChange,
  ProductChanges,
  Products,
  Watchers,
} from "./port/products.ts";
export type {
  ApplicationStatus,
  Shop,
  Shopkeeper,
  ShopkeeperApplication,
  Shopkeepers,
  Shops,
} from "./port/shops.ts";
export type { Staff, StaffMember } from "./port/staff.ts";
export type {
  NewUser,
  Notification,
  Notifications,
  PreferenceChanges,
  PreferenceStore,
  Preferences,
  User,
  UserChanges,
  Users,
} from "./port/users.ts";

/**
 * The marketplace's state. Amounts are rupees with at most two decimals; times are ISO 8601, UTC. Methods throw
 * `IntegrationError`, retryable when the database cannot be reached.
 */
export interface MohallaMartStores {
  users: Users;
  preferences: PreferenceStore;
  notifications: Notifications;
  shops: Shops;
  shopkeepers: Shopkeepers;
  staff: Staff;
  products: Products;
  watchers: Watchers;
  checkouts: Checkouts;
  orders: Orders;
  inventory: Inventory;
  analytics: Analytics;
  deliveries: Deliveries;
}
