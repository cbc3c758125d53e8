import { type SQL, sql } from "drizzle-orm";
import { platformTables } from "./platform.ts";
import { byUser, type ExportedTables, exported, type Owner } from "./tables.ts";

const ofOrder = ({ userId }: Owner): SQL =>
  sql`order_id in (select order_id from mohallamart.orders where user_id = ${userId})`;

const isApplicant = ({ userId, email }: Owner): SQL =>
  sql`(applicant_id = ${userId} or lower(email) = ${email})`;

/** Also what was done in their visits before they were known, as erasure reads it. */
const ofVisit = ({ userId }: Owner): SQL => sql`(user_id = ${userId} or user_id is null and session_id in (
  select session_id from mohallamart.analytics_events where user_id = ${userId}
  union select session_id from mohallamart.analytics_sessions where user_id = ${userId}))`;

const counts =
  "page_views searches search_conversions carts_filled checkouts_started orders revenue_paise orders_cancelled cancelled_paise";

const account = [
  exported("mohallamart.users", "user_id name email phone created_at revision", byUser),
  exported(
    "mohallamart.preferences",
    "user_id language area by_email by_sms by_push quiet_from quiet_to",
    byUser,
  ),
  exported("mohallamart.consents", "consent_id user_id channel granted source at", byUser),
  exported(
    "mohallamart.saved_addresses",
    "address_id user_id name phone line1 line2 landmark pin_code used_at",
    byUser,
  ),
  exported("mohallamart.watchers", "product_id user_id", byUser),
  exported(
    "mohallamart.notifications",
    "notification_id user_id type title body data created_at read_at",
    byUser,
  ),
];

const orders = [
  exported(
    "mohallamart.orders",
    "order_id user_id shop_id contact_name contact_email contact_phone language total_paise payment payment_id payment_status refund_status status placed_at stock_taken_at stock_restored_at link_generation",
    byUser,
  ),
  exported("mohallamart.order_addresses", "order_id line1 line2 landmark pin_code", ofOrder),
  exported("mohallamart.order_lines", "order_id line product_id name unit price_paise quantity", ofOrder),
  exported("mohallamart.order_tracking", "order_id status at tracking_number", ofOrder),
  exported(
    "mohallamart.parcel_notices",
    "notice_id order_id status reason tracking_number outcome at taken_at",
    ofOrder,
  ),
  exported("mohallamart.refunds", "refund_id order_id amount_paise status booked_at", ofOrder),
  exported("mohallamart.disputes", "dispute_id order_id amount_paise status answer_by booked_at", ofOrder),
  exported(
    "mohallamart.checkouts",
    "order_id payment_order_id shop_id items total_paise contact_name contact_email contact_phone address visit_id language status refusal expires_at",
    ({ email }) => sql`contact_email = ${email}`,
  ),
  exported(
    "mohallamart.released_payments",
    "payment_id order_id shop_id total_paise refusal contact_name contact_email language released_at",
    (owner) => sql`(contact_email = ${owner.email} or ${ofOrder(owner)})`,
  ),
];

const trade = [
  exported(
    "mohallamart.received_applications",
    "shopkeeper_id shop_name area description name email phone received_at expires_at",
    ({ email }) => sql`email = ${email}`,
  ),
  exported(
    "mohallamart.shopkeepers",
    "shopkeeper_id shop_id name email phone status dashboard_access rejection applicant_id decided_at created_at",
    isApplicant,
  ),
  exported(
    "mohallamart.shops",
    "shop_id name area description listed created_at",
    (owner) => sql`shop_id in (select shop_id from mohallamart.shopkeepers where ${isApplicant(owner)})`,
  ),
];

const visits = [
  exported("mohallamart.analytics_events", "event_id event user_id session_id properties at", ofVisit),
  exported(
    "mohallamart.analytics_sessions",
    "session_id user_id first_at last_at filled_cart started_checkout ordered",
    byUser,
  ),
  exported("mohallamart.analytics_users", `user_id ${counts} first_at last_at`, byUser),
];

const link = "The secret of a link in a message: whoever has it acts for the person.";
const shared = platformTables(() => sql`recipient = 'customer'`);

export const mohallaMartExport: ExportedTables = {
  tables: [...account, ...orders, ...trade, ...visits, ...shared.tables],
  leftOut: [
    { table: "mohallamart.unsubscribe_tokens", why: link },
    { table: "mohallamart.received_applications", columns: ["token"], why: link },
    { table: "mohallamart.order_links", why: "Hashes of such links, without the links." },
    { table: "mohallamart.closed_accounts", why: "Ids of accounts that are closed; this one is open." },
    {
      table: "mohallamart.shopkeepers",
      columns: ["approved_by", "rejected_by"],
      why: "Who of the staff decided: somebody else's.",
    },
    { table: "mohallamart.staff", why: "Of those who work here, whom their employer tells." },
    ...shared.leftOut,
  ],
};
