import { columnsOf } from "../columns.ts";
import type { Rows, RowsOwner } from "../rows.ts";
import { at, type ErasedPart, isIn, shops } from "./part.ts";

const trader = { impersonal: "A shopkeeper's, who trades under it; a customer's account is something else." };
const employee = { impersonal: "Of somebody who works here; a customer's account is something else." };

const shop = {
  ...isIn,
  name: "Shop",
  area: "Indiranagar",
  description: "All.",
  listed: true,
  created_at: at,
};
const keeper = { shopkeeper_id: "sk_1", ...isIn, name: "K", email: "k@example.com", status: "approved" };

/** Shops and who keeps or wants to keep them, and the staff who decide on that. */
export const erasedShopkeepers: ErasedPart = {
  decisions: {
    // A shop that nobody opened goes with its applicant; the rows here have one.
    ...columnsOf("mohallamart.shops", "shop_id name area description", shops),
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
  },
  common: [
    ["mohallamart.shops", shop],
    ["mohallamart.shopkeepers", { ...keeper, dashboard_access: true, created_at: at }],
    ["mohallamart.staff", { staff_id: "admin_1", name: "S", email: "s@example.com" }],
  ],
  rowsOf: (owner) => [...receivedOf(owner), ...applicationsOf(owner)],
};

/** What was filled in and is not confirmed. */
function receivedOf({ words }: RowsOwner): Rows {
  const names = "shopkeeper_id shop_name area description name phone token".split(" ");
  const filledIn = Object.fromEntries(names.map((name) => [name, words(name)]));
  const email = `${words("email")}@example.com`;
  return [["mohallamart.received_applications", { ...filledIn, email, received_at: at, expires_at: at }]];
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
