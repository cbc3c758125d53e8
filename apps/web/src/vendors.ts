import type { Product } from "@org/commands/sessions/person";
import type { Cache } from "@org/integrations/cache/port";
import { redisCache } from "@org/integrations/cache/redis";
import { upstashCache } from "@org/integrations/cache/upstash";
import type { EmailSender } from "@org/integrations/email/port";
import { resendEmail } from "@org/integrations/email/resend";
import type { PaymentNotices, Payments } from "@org/integrations/payments/port";
import { razorpayPayments } from "@org/integrations/payments/razorpay";
import { razorpayWebhook } from "@org/integrations/payments/razorpay-webhook";
import type { SearchIndex } from "@org/integrations/search/port";
import { typesenseSearch } from "@org/integrations/search/typesense";
import { type ProductCache, productCache } from "@org/stores/mohallamart/products/cache";
import { type ProductFields, productIndex } from "@org/stores/mohallamart/products/search-index";
import { env } from "./env.ts";
import { createLimiter, type Limiter } from "./http/limit.ts";
import { log } from "./log.ts";
import { mohallaMart } from "./stores.ts";

declare global {
  // Like the pool in stores.ts: one connection each, and one count of what the cache could not count.
  var orgWebCache: Cache | undefined;
  var orgWebLimiter: Limiter | undefined;
  var orgWebSearch: SearchIndex<ProductFields> | undefined;
}

/** Email in the name of a product. */
export function emailOf(product: Product): EmailSender {
  const from = product === "mohallamart" ? env.RESEND_FROM : env.RESEND_TEN_OCEAN_FROM;
  return resendEmail({ apiKey: env.RESEND_API_KEY, from, baseUrl: env.RESEND_BASE_URL });
}

/** Absent when no payment vendor is configured: every order is paid in cash then. */
export function payments(): Payments | undefined {
  const { RAZORPAY_KEY_ID: keyId, RAZORPAY_KEY_SECRET: keySecret, RAZORPAY_BASE_URL: baseUrl } = env;
  return keyId && keySecret ? razorpayPayments({ keyId, keySecret, baseUrl, timeout: 5_000 }) : undefined;
}

/** Absent when no payment vendor is configured. */
export function paymentNotices(): PaymentNotices | undefined {
  const { RAZORPAY_WEBHOOK_SECRET: secret } = env;
  return secret ? razorpayWebhook({ secrets: [secret] }) : undefined;
}

export function limiter(): Limiter {
  globalThis.orgWebLimiter ??= createLimiter({ cache: cache(), log });
  return globalThis.orgWebLimiter;
}

/** Single products, which the worker keeps up to date in the cache. */
export function cachedProducts(): ProductCache {
  return productCache({ cache: cache(), products: mohallaMart().products, log });
}

/** The products that customers can find. */
export function productSearch(): SearchIndex<ProductFields> {
  const { TYPESENSE_URL, TYPESENSE_API_KEY } = env;
  globalThis.orgWebSearch ??= typesenseSearch({
    index: productIndex,
    url: TYPESENSE_URL,
    apiKey: TYPESENSE_API_KEY,
    timeout,
  });
  return globalThis.orgWebSearch;
}

/** Someone waits for the page meanwhile, so these get less time than the adapters' default. */
const timeout = 1_000;

function cache(): Cache {
  globalThis.orgWebCache ??= chooseCache();
  return globalThis.orgWebCache;
}

function chooseCache(): Cache {
  const { UPSTASH_REDIS_REST_URL, UPSTASH_REDIS_REST_TOKEN, REDIS_URL } = env;
  if (REDIS_URL) return redisCache({ url: REDIS_URL, timeout });
  if (UPSTASH_REDIS_REST_URL && UPSTASH_REDIS_REST_TOKEN) {
    return upstashCache({ url: UPSTASH_REDIS_REST_URL, token: UPSTASH_REDIS_REST_TOKEN, timeout });
  }
  throw new Error("Neither UPSTASH_REDIS_REST_URL nor REDIS_URL is set; see src/env.ts.");
}
