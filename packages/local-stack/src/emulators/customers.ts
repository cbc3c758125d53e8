import { identityTokenOf } from "./vendors/onesignal-identity.ts";

/** What customers and their banks do at the vendors, for tests. */

/** The form that leads a browser to the payment page. */
interface CheckoutForm {
  action: string;
  fields: Record<string, string>;
}

/**
 * Opens the payment page, presses one of the card's buttons, and reads what the page posts back to the shop.
 * @returns the posted fields: `razorpay_payment_id`, `razorpay_order_id`, `razorpay_signature`, or `error[…]`
 */
export async function payAtCheckout(
  { action, fields }: CheckoutForm,
  outcome: "paid" | "failed" = "paid",
): Promise<Record<string, string>> {
  const page = await posted(action, fields);
  const pressed = { ...inputsOf(page), method: "card", outcome };
  return inputsOf(await posted(new URL("/v1/checkout/pay", action).href, pressed));
}

/** The bank has the money of every refund that is on its way, or of one; or it does not take it. */
export async function settleRefunds(
  razorpay: { url: string },
  { outcome = "processed", refundId }: { outcome?: "processed" | "failed"; refundId?: string } = {},
): Promise<void> {
  await toBank(razorpay, "refunds", { outcome, refundId });
}

/** The customer's bank questions a payment, or goes on with that. @returns the dispute's id */
export async function disputePayment(
  razorpay: { url: string },
  paymentId: string,
  event: "created" | "under_review" | "action_required" | "won" | "lost" | "closed" = "created",
): Promise<string> {
  const { id } = Object(await toBank(razorpay, "disputes", { paymentId, event }));
  return String(id);
}

/** Nobody captured a payment in time: what was reserved goes back by itself. */
export async function lapseAuthorisation(razorpay: { url: string }, paymentId: string): Promise<void> {
  await toBank(razorpay, "authorisations/lapse", { paymentId });
}

async function toBank({ url }: { url: string }, path: string, body: object): Promise<unknown> {
  const answer = await fetch(`${url}/bank/${path}`, { method: "POST", body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`The bank answered ${answer.status}.`);
  return answer.json();
}

/** What becomes of a parcel, as the delivery partner reports it. */
export interface ParcelReport {
  orderId: string;
  status: "picked-up" | "out-for-delivery" | "delivered" | "attempt-failed";
  /** Of a failed attempt: `nobody-there`, `refused`, `address-not-found` or `other`. */
  reason?: string;
  trackingNumber?: string;
}

/** Has the delivery partner report what became of a parcel. */
export async function reportParcel({ url }: { url: string }, report: ParcelReport): Promise<void> {
  const answer = await fetch(`${url}/delivery/parcels`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(report),
  });
  if (!answer.ok) throw new Error(`The delivery partner answered ${answer.status}: ${await answer.text()}`);
}

/** Somebody texts to our number, as `STOP`. */
export async function textToTwilio(
  { url }: { url: string },
  { from, body }: { from: string; body: string },
): Promise<void> {
  const text = new URLSearchParams({ From: from, Body: body });
  const answer = await fetch(`${url}/inbound`, { method: "POST", body: text });
  if (!answer.ok) throw new Error(`The text could not be sent: ${answer.status}.`);
}

/** Gives a user, by their external id, a device that takes notifications, as OneSignal's web SDK does for who is signed in. */
export async function subscribeDevice(
  { url, appId }: { url: string; appId: string },
  userId: string,
  enabled = true,
): Promise<void> {
  const authorization = `Bearer ${await identityTokenOf(appId, userId)}`;
  const answer = await fetch(`${url}/apps/${appId}/users`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization },
    body: JSON.stringify({
      identity: { external_id: userId },
      subscriptions: [{ type: "ChromePush", token: `token-of-${userId}`, enabled }],
    }),
  });
  if (!answer.ok) throw new Error(`The device could not be subscribed: ${answer.status}.`);
}

async function posted(url: string, fields: Record<string, string>): Promise<string> {
  const answer = await fetch(url, { method: "POST", body: new URLSearchParams(fields) });
  if (!answer.ok) throw new Error(`The payment page answered ${answer.status}.`);
  return answer.text();
}

function inputsOf(page: string): Record<string, string> {
  const inputs = page.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)">/g);
  return Object.fromEntries([...inputs].map(([, name, value]) => [name, value]));
}
