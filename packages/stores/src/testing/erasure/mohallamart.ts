import { analyticsTrack, userCreated } from "@org/events/mohallamart";
import { postgresDeadLetters } from "../../dead-letters/postgres.ts";
import { mohallaMartStores } from "../../mohallamart/postgres.ts";
import { postgresSessions } from "../../sessions/postgres.ts";
import { columnsOf, type Decisions } from "./columns.ts";
import type { ErasedProduct } from "./contract.ts";
import { platformRows } from "./platform.ts";
import type { Rows, RowsOwner } from "./rows.ts";

const word = { impersonal: "One of a few words of ours." };
const thing = { impersonal: "The id of an order, a shop, a product or an event." };
const shops = { impersonal: "The shop's own, shown to everybody." };
const trader = { impersonal: "A shopkeeper's, who trades under it; a customer's account is something else." };
const employee = { impersonal: "Of somebody who works here; a customer's account is something else." };
const vendors = {
  impersonal: "The payment vendor's or the carrier's own; money and parcels are found by it.",
};
const visit = { impersonal: "Random, for one visit; whose it was is not kept beside it." };
const orders = { id: "An order outlives the account, for the books; the id leads to nobody." };

const decisions: Decisions = {
  ...columnsOf("mohallamart.users", "user_id name email phone", "erased"),
  ...columnsOf("mohallamart.closed_accounts", "user_id", {
    id: "So that nothing opens an account under it again.",
  }),
  ...columnsOf("mohallamart.preferences", "user_id language area", "erased"),
  ...columnsOf("mohallamart.unsubscribe_tokens", "user_id token", "erased"),
  ...columnsOf("mohallamart.preferences", "quiet_from quiet_to", word),
  ...columnsOf("mohallamart.consents", "user_id", "erased"),
  ...columnsOf("mohallamart.consents", "channel source", word),
  ...columnsOf("mohallamart.watchers", "user_id", "erased"),
  ...columnsOf("mohallamart.watchers", "product_id", thing),
  ...columnsOf("mohallamart.notifications", "user_id title body data", "erased"),
  ...columnsOf("mohallamart.notifications", "notification_id", thing),
  ...columnsOf("mohallamart.notifications", "type", word),
  ...columnsOf("mohallamart.orders", "contact_name contact_email contact_phone", "anonymised"),
  ...columnsOf("mohallamart.orders", "user_id", orders),
  ...columnsOf("mohallamart.orders", "order_id shop_id", thing),
  ...columnsOf("mohallamart.orders", "payment payment_status refund_status status language", word),
  ...columnsOf("mohallamart.orders", "payment_id", vendors),
  ...columnsOf("mohallamart.order_lines", "order_id product_id", thing),
  ...columnsOf("mohallamart.order_lines", "name unit", shops),
  ...columnsOf("mohallamart.order_links", "token_hash", "erased"),
  ...columnsOf("mohallamart.order_links", "order_id", thing),
  ...columnsOf("mohallamart.order_tracking", "order_id", thing),
  ...columnsOf("mohallamart.order_tracking", "status", word),
  ...columnsOf("mohallamart.order_tracking", "tracking_number", vendors),
  ...columnsOf("mohallamart.parcel_notices", "notice_id tracking_number", vendors),
  ...columnsOf("mohallamart.parcel_notices", "order_id", thing),
  ...columnsOf("mohallamart.parcel_notices", "status reason outcome", word),
  ...columnsOf("mohallamart.checkouts", "contact_name contact_email contact_phone address", "anonymised"),
  ...columnsOf("mohallamart.order_addresses", "line1 line2 landmark pin_code", "erased"),
  ...columnsOf("mohallamart.order_addresses", "order_id", thing),
  ...columnsOf("mohallamart.saved_addresses", "user_id name phone line1 line2 landmark pin_code", "erased"),
  ...columnsOf("mohallamart.saved_addresses", "address_id", thing),
  ...columnsOf("mohallamart.checkouts", "order_id shop_id items", thing),
  ...columnsOf("mohallamart.checkouts", "payment_order_id", vendors),
  ...columnsOf("mohallamart.checkouts", "visit_id", visit),
  ...columnsOf("mohallamart.checkouts", "status refusal language", word),
  ...columnsOf("mohallamart.released_payments", "contact_name contact_email", "anonymised"),
  ...columnsOf("mohallamart.released_payments", "order_id shop_id", thing),
  ...columnsOf("mohallamart.released_payments", "payment_id", vendors),
  ...columnsOf("mohallamart.released_payments", "refusal language", word),
  ...columnsOf("mohallamart.refunds", "refund_id", vendors),
  ...columnsOf("mohallamart.refunds", "order_id", thing),
  ...columnsOf("mohallamart.refunds", "status", word),
  ...columnsOf("mohallamart.disputes", "dispute_id", vendors),
  ...columnsOf("mohallamart.disputes", "order_id", thing),
  ...columnsOf("mohallamart.disputes", "status", word),
  ...columnsOf("mohallamart.reconciliations", "day", word),
  ...columnsOf("mohallamart.reconciliations", "differences", vendors),
  ...columnsOf("mohallamart.analytics_events", "user_id properties", "anonymised"),
  ...columnsOf("mohallamart.analytics_events", "event_id event", thing),
  ...columnsOf("mohallamart.analytics_events", "session_id", visit),
  ...columnsOf("mohallamart.analytics_sessions", "user_id", "anonymised"),
  ...columnsOf("mohallamart.analytics_sessions", "session_id", visit),
  ...columnsOf("mohallamart.analytics_users", "user_id", "erased"),
  ...columnsOf("mohallamart.analytics_buckets", "bucket", word),
  // A shop that nobody opened goes with its applicant; the rows here have one.
  ...columnsOf("mohallamart.shops", "shop_id name area description", shops),
  ...columnsOf("mohallamart.products", "product_id shop_id name description category unit picture", shops),
  ...columnsOf(
    "mohallamart.received_applications",
    "shopkeeper_id shop_name area description name email phone token",
    "erased",
  ),
  ...columnsOf("mohallamart.shopkeepers", "shopkeeper_id shop_id name email phone status", trader),
  ...columnsOf("mohallamart.shopkeepers", "approved_by rejected_by", employee),
  ...columnsOf("mohallamart.shopkeepers", "rejection", "erased"),
  ...columnsOf("mohallamart.shopkeepers", "applicant_id", "erased"),
  ...columnsOf("mohallamart.staff", "staff_id name email", employee),
  ...columnsOf("mohallamart.inventory_log", "product_id order_id", thing),
  ...columnsOf("mohallamart.inventory_log", "reason", word),
  ...columnsOf("mohallamart.stock_alerts", "alert_id product_id closed_by", thing),
};

const at = "2026-11-01T10:00:00Z";
const goods = { name: "Rice", unit: "1 kg", price_paise: 1000 };
const isIn = { shop_id: "shop_1" };
const stock = { product_id: "prod_1", change: 1, stock_after: 1, available_after: 1, at };
const shop = {
  ...isIn,
  name: "Shop",
  area: "Indiranagar",
  description: "All.",
  listed: true,
  created_at: at,
};
const keeper = { shopkeeper_id: "sk_1", ...isIn, name: "K", email: "k@example.com", status: "approved" };

const common: Rows = [
  ["mohallamart.shops", shop],
  ["mohallamart.shopkeepers", { ...keeper, dashboard_access: true, created_at: at }],
  ["mohallamart.staff", { staff_id: "admin_1", name: "S", email: "s@example.com" }],
  [
    "mohallamart.products",
    {
      product_id: "prod_1",
      ...isIn,
      ...goods,
      description: "",
      category: "c",
      stock: 9,
      reserved: 0,
      created_at: at,
    },
  ],
  ["mohallamart.inventory_log", { ...stock, reason: "count" }],
  [
    "mohallamart.reconciliations",
    { day: "2026-11-01", from: at, to: at, payments: 1, refunds: 0, differences: [], made_at: at },
  ],
  ["mohallamart.stock_alerts", { alert_id: "e1", product_id: "prod_1", raised_at: at }],
  ["mohallamart.analytics_buckets", { bucket: "hour", start: at, ...nothingCounted() }],
];

function nothingCounted() {
  const names =
    "page_views searches search_conversions carts_filled checkouts_started orders revenue_paise orders_cancelled cancelled_paise";
  return Object.fromEntries(names.split(" ").map((name) => [name, 0]));
}

function placeOf({ words }: RowsOwner) {
  const names = "line1 line2 landmark pin_code".split(" ");
  return Object.fromEntries(names.map((name) => [name, words(name)]));
}

/** As the column keeps it, in JSON. */
function postalAddressOf({ words }: RowsOwner) {
  const names = "line1 line2 landmark pinCode".split(" ");
  return Object.fromEntries(names.map((name) => [name, words(name)]));
}

function savedAddressOf(owner: RowsOwner) {
  const { userId, tag, words } = owner;
  const recipient = { user_id: userId, name: words("recipient"), phone: words("recipient-phone") };
  return { address_id: `adr_${tag}`, ...recipient, ...placeOf(owner), used_at: at };
}

function accountOf(owner: RowsOwner): Rows {
  const { userId, tag, words } = owner;
  const email = `${words("email")}@example.com`;
  const account = {
    user_id: userId,
    name: words("name"),
    email,
    phone: words("phone"),
    created_at: at,
    revision: 1,
  };
  const channels = { by_email: true, by_sms: true, by_push: true };
  const names = "shopkeeper_id shop_name area description name phone token".split(" ");
  const filledIn = Object.fromEntries(names.map((name) => [name, words(name)]));
  const message = {
    title: words("title"),
    body: words("body"),
    data: { text: words("data") },
    created_at: at,
  };
  return [
    ["mohallamart.users", account],
    [
      "mohallamart.preferences",
      { user_id: userId, language: words("language"), area: words("area"), ...channels },
    ],
    ["mohallamart.saved_addresses", savedAddressOf(owner)],
    ["mohallamart.unsubscribe_tokens", { user_id: userId, token: words(`token-${tag}`) }],
    ["mohallamart.consents", { user_id: userId, channel: "email", granted: true, source: "link", at }],
    ["mohallamart.watchers", { product_id: "prod_1", user_id: userId }],
    ["mohallamart.received_applications", { ...filledIn, email, received_at: at, expires_at: at }],
    ["mohallamart.notifications", { notification_id: `n_${tag}`, user_id: userId, type: "t", ...message }],
  ];
}

function ordersOf(owner: RowsOwner): Rows {
  const { userId, tag, words } = owner;
  const orderId = `ord_${tag}`;
  const contact = {
    contact_name: words("contact"),
    contact_email: `${words("email")}@example.com`,
    contact_phone: words("contact-phone"),
  };
  const order = { order_id: orderId, user_id: userId, ...isIn, ...contact, total_paise: 1000, placed_at: at };
  const returned = { amount_paise: 1000, status: "pending", booked_at: at };
  const paid = { payment: "cash", payment_status: "due", status: "placed" };
  const pickedUp = { status: "picked-up", outcome: "moved", at, taken_at: at };
  const { contact_phone: _, ...payer } = contact;
  const released = { ...isIn, ...payer, total_paise: 1000, refusal: "Sold out.", released_at: at };
  const asked = {
    payment_order_id: `pay_${tag}`,
    items: [],
    address: postalAddressOf(owner),
    total_paise: 1,
    status: "open",
    expires_at: "2099-01-01Z",
  };
  return [
    ["mohallamart.orders", { ...order, ...paid }],
    ["mohallamart.order_addresses", { order_id: orderId, ...placeOf(owner) }],
    ["mohallamart.order_lines", { order_id: orderId, line: 0, product_id: "prod_1", ...goods, quantity: 1 }],
    ["mohallamart.order_tracking", { order_id: orderId, status: "placed", at }],
    ["mohallamart.parcel_notices", { notice_id: `msg_${tag}`, order_id: orderId, ...pickedUp }],
    ["mohallamart.refunds", { refund_id: `rfnd_${tag}`, order_id: orderId, ...returned }],
    ["mohallamart.disputes", { dispute_id: `disp_${tag}`, order_id: orderId, ...returned, status: "open" }],
    ["mohallamart.order_links", { token_hash: words("link"), order_id: orderId, issued_at: at }],
    ["mohallamart.checkouts", { order_id: `next_${tag}`, ...isIn, ...contact, ...asked }],
    ["mohallamart.released_payments", { payment_id: `pay_${tag}`, order_id: `next_${tag}`, ...released }],
  ];
}

/** One shop that was never opened, and one that trades. */
function applicationsOf({ userId, tag, words }: RowsOwner): Rows {
  const applicationTo = (status: string, name: string, listed: boolean): Rows => {
    const shopId = `shop_${status}_${tag}`;
    const who = { name, email: `${name}@example.com`, phone: name, applicant_id: userId };
    const where = { shop_id: shopId, name, area: name, description: name, listed, created_at: at };
    const ids = { shopkeeper_id: `sk_${status}_${tag}`, shop_id: shopId };
    return [
      ["mohallamart.shops", where],
      ["mohallamart.shopkeepers", { ...ids, ...who, status, dashboard_access: listed, created_at: at }],
    ];
  };
  const rejected = {
    shopkeeper_id: `sk_rejected_${tag}`,
    ...isIn,
    ...{ name: words("turned-down"), email: words("turned-down"), applicant_id: userId },
    ...{ status: "rejected", rejection: words("rejection"), dashboard_access: false, created_at: at },
  };
  return [
    ["mohallamart.shopkeepers", rejected],
    ...applicationTo("applied", words("applicant"), false),
    ...applicationTo("lapsed", words("lapsed-applicant"), false),
    ...applicationTo("approved", "Trader", true),
  ];
}

function visitsOf({ userId, tag, words }: RowsOwner): Rows {
  const visit = { session_id: `visit_${tag}`, user_id: userId };
  const did = { filled_cart: false, started_checkout: false, ordered: false };
  const properties = { searched: words("search") };
  const searched = { event: "product.searched", at };
  const data = { sessionId: visit.session_id, properties: { query: words("search-on-its-way") } };
  const payload = { name: analyticsTrack.event, data, id: `track_${tag}`, v: "1" };
  return [
    ["mohallamart.analytics_events", { event_id: `e_${tag}`, ...searched, ...visit, properties }],
    [
      "mohallamart.analytics_events",
      {
        ...{ event_id: `e_before_${tag}`, ...searched, ...visit, user_id: null },
        properties: { searched: words("search-before-sign-in") },
      },
    ],
    ["platform.outbox", { id: payload.id, name: payload.name, payload, attempts: 0 }],
    ["mohallamart.analytics_sessions", { ...visit, first_at: at, last_at: at, ...did }],
    ["mohallamart.analytics_users", { user_id: userId, first_at: at, last_at: at, ...nothingCounted() }],
  ];
}

export const erasedMohallaMart: ErasedProduct = {
  name: "mohallamart",
  schema: "mohallamart",
  where: "packages/stores/src/testing/erasure/mohallamart.ts",
  decisions,
  common,
  rowsOf: (owner) => [
    ...accountOf(owner),
    ...ordersOf(owner),
    ...applicationsOf(owner),
    ...visitsOf(owner),
    ...platformRows({
      owner,
      app: "mohallamart",
      subject: owner.userId,
      recipient: "customer",
      event: { name: userCreated.event, data: { userId: owner.userId, name: owner.words("event") } },
    }),
  ],
  async erase(pool, userId) {
    await mohallaMartStores(pool).users.remove(userId);
    await postgresSessions(pool).closeAllOf(userId);
    await postgresDeadLetters(pool).forget(userId, { app: "mohallamart" });
  },
};
