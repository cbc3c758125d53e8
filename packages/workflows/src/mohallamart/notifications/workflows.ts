export { deliverBulkEmail } from "./deliver-bulk-email.ts";
export { deliverEmail } from "./deliver-email.ts";
export { deliverPush } from "./deliver-push.ts";
export { sendBulkNotification } from "./send-bulk-notification.ts";
export { sendNotification } from "./send-notification.ts";
export { tellAnotherWay } from "./tell-another-way.ts";
