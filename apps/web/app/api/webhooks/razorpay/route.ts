import { isFailure } from "@org/commands/refusal";
import type { PaymentNotice, PaymentNotices } from "@org/integrations/payment-notices/port";
import { mohallaMartCommands } from "#src/commands.ts";
import { log } from "#src/log.ts";
import { paymentNotices } from "#src/vendors.ts";

/** What Razorpay tells by itself. Anything but 2xx makes it tell it again, for a day. */
export async function POST(request: Request): Promise<Response> {
  const notices = paymentNotices();
  const { takePaymentNotice } = mohallaMartCommands();
  if (!notices || !takePaymentNotice) return answer(404);
  const notice = await read(notices, request);
  if (notice === "not-genuine") return answer(401);
  if (!notice) return answer(200);
  try {
    await takePaymentNotice(notice);
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
    if (!isFailure(error, { status: 401 })) throw error;
    log.warn({ error }, "a payment notice was not signed by the vendor");
    return "not-genuine";
  }
}

function answer(status: number): Response {
  return new Response(null, { status });
}
