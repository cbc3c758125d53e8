export { msg91 } from "./msg91.vendor.ts";
export { onesignal } from "./onesignal.vendor.ts";
export { resend } from "./resend.vendor.ts";
export { twilio } from "./twilio.vendor.ts";
