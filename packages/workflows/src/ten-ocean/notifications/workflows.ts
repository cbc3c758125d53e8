export { routeNotification } from "./route-notification.ts";
export { sendBulkEmail } from "./send-bulk-email.ts";
export { sendBulkPush } from "./send-bulk-push.ts";
export { sendEmail } from "./send-email.ts";
export { sendPush } from "./send-push.ts";
