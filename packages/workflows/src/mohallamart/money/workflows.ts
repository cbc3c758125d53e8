export { alertOnMoney } from "./alert-on-money.ts";
export { reconcilePayments } from "./reconcile-payments.ts";
export { tellOfDispute } from "./tell-of-dispute.ts";
export { tellOfRefund } from "./tell-of-refund.ts";
export { tellOfReleasedPayment } from "./tell-of-released-payment.ts";
