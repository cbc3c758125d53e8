import type { Deliveries } from "../deliveries/port.ts";
import type { UnsubscribeTokens } from "../unsubscribe/port.ts";
import type { Addresses } from "./addresses/port.ts";
import type { Analytics } from "./analytics/port.ts";
import type { MoneyBook } from "./money/port.ts";
import type { Notifications } from "./notifications/port.ts";
import type { Checkouts, Orders } from "./orders/port.ts";
import type { Parcels } from "./parcels/port.ts";
import type { Inventory, Products, Watchers } from "./products/port.ts";
import type { Shopkeepers, Shops } from "./shopkeepers/port.ts";
import type { ReceivedApplications } from "./shopkeepers/received-applications.port.ts";
import type { Consents, PreferenceStore, Staff, Users } from "./users/port.ts";

export type { Addresses, PostalAddress, Recipient, SavedAddress } from "./addresses/port.ts";
export type {
  Analytics,
  AnalyticsBucket,
  AnalyticsEvent,
  AnalyticsSummary,
  Bucket,
  EmptySearch,
  Span,
  UserFeatures,
} from "./analytics/port.ts";
export type {
  BookedDispute,
  BookedPayment,
  BookedRefund,
  DisputeToBook,
  MoneyBook,
  MoneyDifference,
  Reconciliation,
  RefundToBook,
} from "./money/port.ts";
export type { Notification, Notifications } from "./notifications/port.ts";
export type {
  Checkout,
  Checkouts,
  DeliveryProgress,
  NewCheckout,
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
  ReleasedPayment,
  TrackingEntry,
} from "./orders/port.ts";
export type { ParcelChange, ParcelNews, ParcelOutcome, Parcels } from "./parcels/port.ts";
export type {
  Inventory,
  InventoryEntry,
  InventoryOutcome,
  NewProduct,
  Product,
  ProductChange,
  ProductChanges,
  Products,
  RestoredProduct,
  RestoreOutcome,
  StockAlert,
  StockChange,
  Watchers,
} from "./products/port.ts";
export type {
  ApplicationStatus,
  Shop,
  Shopkeeper,
  ShopkeeperApplication,
  Shopkeepers,
  Shops,
} from "./shopkeepers/port.ts";
export type {
  NewReceivedApplication,
  ReceivedApplication,
  ReceivedApplications,
} from "./shopkeepers/received-applications.port.ts";
export type {
  Consent,
  ConsentSource,
  Consents,
  NewUser,
  PreferenceChanges,
  PreferenceStore,
  Preferences,
  Staff,
  StaffMember,
  User,
  UserChanges,
  Users,
} from "./users/port.ts";

/**
 * The marketplace's state. Amounts are rupees with at most two decimals; times are ISO 8601, UTC. Methods throw
 * `IntegrationError`, retryable when the database cannot be reached.
 */
export interface MohallaMartStores {
  users: Users;
  preferences: PreferenceStore;
  /** What users allowed, when and where. */
  consents: Consents;
  /** With which users change their preferences by a link in a message. */
  unsubscribeTokens: UnsubscribeTokens;
  notifications: Notifications;
  shops: Shops;
  shopkeepers: Shopkeepers;
  receivedApplications: ReceivedApplications;
  staff: Staff;
  products: Products;
  watchers: Watchers;
  addresses: Addresses;
  checkouts: Checkouts;
  orders: Orders;
  parcels: Parcels;
  money: MoneyBook;
  inventory: Inventory;
  analytics: Analytics;
  deliveries: Deliveries;
}
