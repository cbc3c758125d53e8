import { IntegrationError } from "@org/integrations/error";
import type { PaymentNotice, PaymentNotices } from "@org/integrations/payments/port";
import { takePaymentNotice } from "../../../../src/checkout/payment-notice.ts";
import { log } from "../../../../src/log.ts";
import { mohallaMart } from "../../../../src/stores.ts";
import { paymentNotices, payments } from "../../../../src/vendors.ts";

/** What Razorpay tells by itself. Anything but 2xx makes it tell it again, for a day. */
export async function POST(request: Request): Promise<Response> {
  const [notices, vendor] = [paymentNotices(), payments()];
  if (!notices || !vendor) return answer(404);
  const notice = await read(notices, request);
  if (notice === "not-genuine") return answer(401);
  if (!notice) return answer(200);
  try {
    await takePaymentNotice({ ...mohallaMart(), payments: vendor, log }, notice);
    return answer(200);
  } catch (error) {
    log.error({ error, noticeId: notice.id }, "a payment notice could not be taken yet");
    return answer(503);
  }
}

async function read(
  notices: PaymentNotices,
  request: Request,
): Promise<PaymentNotice | "not-genuine" | undefined> {
  try {
    return notices.read({ body: await request.text(), headers: request.headers });
  } catch (error) {
    if (!(error instanceof IntegrationError) || error.status !== 401) throw error;
    log.warn({ error }, "a payment notice was not signed by the vendor");
    return "not-genuine";
  }
}

function answer(status: number): Response {
  return new Response(null, { status });
}
