export { webhook } from "./webhook.vendor.ts";
