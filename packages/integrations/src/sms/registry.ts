export { msg91 } from "./msg91.vendor.ts";
export { twilio } from "./twilio.vendor.ts";
