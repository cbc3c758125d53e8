export { oneSignal } from "./onesignal.vendor.ts";
