export { redis } from "./redis.vendor.ts";
export { upstash } from "./upstash.vendor.ts";
