export { resend } from "./resend.vendor.ts";
