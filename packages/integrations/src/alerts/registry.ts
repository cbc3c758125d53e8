export { email } from "./email.vendor.ts";
export { slack } from "./slack.vendor.ts";
