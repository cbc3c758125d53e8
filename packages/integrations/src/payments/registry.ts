export { razorpay } from "./razorpay.vendor.ts";
