import { takePaymentReturn } from "../../../../../../src/checkout/payment-return.ts";
import { seeOther } from "../../../../../../src/http/see-other.ts";
import { log } from "../../../../../../src/log.ts";
import { mohallaMart } from "../../../../../../src/stores.ts";
import { payments } from "../../../../../../src/vendors.ts";

/** Where the payment page sends the customer back to. */
export async function POST(
  request: Request,
  { params }: RouteContext<"/checkout/[shopId]/[orderId]/paid">,
): Promise<Response> {
  const { shopId, orderId } = await params;
  const vendor = payments();
  const fields = await readFields(request);
  if (!vendor || !fields) return new Response(null, { status: 404 });
  const outcome = await takePaymentReturn({ ...mohallaMart(), payments: vendor, log }, orderId, fields);
  const page = `/checkout/${encodeURIComponent(shopId)}/${encodeURIComponent(orderId)}`;
  return seeOther(outcome === "placed" ? `${page}/placed` : `${page}?payment=${outcome}`);
}

async function readFields(request: Request): Promise<Record<string, string> | undefined> {
  try {
    const fields = [...(await request.formData())];
    return Object.fromEntries(
      fields.filter((field): field is [string, string] => typeof field[1] === "string"),
    );
  } catch {
    return undefined;
  }
}
