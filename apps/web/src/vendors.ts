import type { Product } from "@org/commands/sessions/person";
import { cache } from "@org/integrations/cache/capability";
import type { Cache } from "@org/integrations/cache/port";
import { connect } from "@org/integrations/capability";
import { deliveryReports } from "@org/integrations/delivery-reports/capability";
import type { DeliveryReports } from "@org/integrations/delivery-reports/port";
import { email } from "@org/integrations/email/capability";
import type { EmailSender } from "@org/integrations/email/port";
import { parcelNotices as parcels } from "@org/integrations/parcel-notices/capability";
import type { ParcelNotices } from "@org/integrations/parcel-notices/port";
import { paymentNotices as notices } from "@org/integrations/payment-notices/capability";
import type { PaymentNotices } from "@org/integrations/payment-notices/port";
import { payments as money } from "@org/integrations/payments/capability";
import type { Payments } from "@org/integrations/payments/port";
import { pictures as kept } from "@org/integrations/pictures/capability";
import type { Pictures } from "@org/integrations/pictures/port";
import { search } from "@org/integrations/search/capability";
import type { SearchIndex } from "@org/integrations/search/port";
import { type ProductCache, productCache } from "@org/stores/mohallamart/products/cache";
import { type ProductFields, productIndex } from "@org/stores/mohallamart/products/search-index";
import { env } from "./env.ts";
import { createLimiter, type Limiter } from "./http/limit.ts";
import { log } from "./log.ts";
import { mohallaMart } from "./stores.ts";

/** The adapters of the vendors that are configured, and no others, are loaded with this module. */
const vendors = {
  cache: await connect(cache, env),
  email: await connect(email, env),
  notices: await connect(notices, env),
  parcels: await connect(parcels, env),
  reports: await connect(deliveryReports, env),
  payments: await connect(money, env),
  pictures: await connect(kept, env),
  search: await connect(search, env),
};

/** Someone waits for the page meanwhile, so these get less time than the adapters' default. */
const timeout = 1_000;

declare global {
  // Like the pool in stores.ts: one connection each, and one count of what the cache could not count.
  var orgWebCache: Cache | undefined;
  var orgWebPictures: { port: Pictures | undefined } | undefined;
  var orgWebLimiter: Limiter | undefined;
  var orgWebSearch: SearchIndex<ProductFields> | undefined;
}

/** Email in the name of a product. */
export function emailOf(product: Product): EmailSender {
  return vendors.email.create({ product });
}

/** Absent when no payment vendor is configured: every order is paid in cash then. */
export function payments(): Payments | undefined {
  return vendors.payments.createIfConfigured({ timeout: 5_000 });
}

/** Absent where pictures are kept nowhere: shopkeepers upload none then. */
export function pictures(): Pictures | undefined {
  globalThis.orgWebPictures ??= { port: vendors.pictures.createIfConfigured({}) };
  return globalThis.orgWebPictures.port;
}

/** Absent when no payment vendor is configured. */
export function paymentNotices(): PaymentNotices | undefined {
  return vendors.notices.createIfConfigured({});
}

/** Absent when no delivery partner reports. */
export function parcelNotices(): ParcelNotices | undefined {
  return vendors.parcels.createIfConfigured({});
}

const reportsByVendor: ReadonlyMap<string, DeliveryReports> = new Map(
  vendors.reports.all.map(({ id, create }) => [id, create({})]),
);

/** What a vendor reports by itself about messages; absent when that is not configured. */
export function deliveryReportsOf(vendor: string): DeliveryReports | undefined {
  return reportsByVendor.get(vendor);
}

export function limiter(): Limiter {
  globalThis.orgWebLimiter ??= createLimiter({ cache: sharedCache(), log });
  return globalThis.orgWebLimiter;
}

/** Single products, which the worker keeps up to date in the cache. */
export function cachedProducts(): ProductCache {
  return productCache({ cache: sharedCache(), products: mohallaMart().products, log });
}

/** The products that customers can find. */
export function productSearch(): SearchIndex<ProductFields> {
  globalThis.orgWebSearch ??= vendors.search.create({ timeout }).open(productIndex);
  return globalThis.orgWebSearch;
}

export function sharedCache(): Cache {
  globalThis.orgWebCache ??= vendors.cache.create({ timeout });
  return globalThis.orgWebCache;
}
