import { mohallaMartCommands } from "#src/commands.ts";
import { seeOther } from "#src/http/see-other.ts";
import { keepOwnOrder } from "#src/orders/order-cookies.ts";

/** Where the payment page sends the customer back to. */
export async function POST(
  request: Request,
  { params }: RouteContext<"/checkout/[shopId]/[orderId]/paid">,
): Promise<Response> {
  const { shopId, orderId } = await params;
  const fields = await readFields(request);
  const { takePaymentReturn } = mohallaMartCommands();
  if (!takePaymentReturn || !fields) return new Response(null, { status: 404 });
  const outcome = await takePaymentReturn({ orderId, fields });
  // Whoever brings the vendor's signature of this order's payment has paid it, also when it was begun elsewhere.
  if (outcome.ok || outcome.code === "refused") await keepOwnOrder({ shopId, orderId });
  const page = `/checkout/${encodeURIComponent(shopId)}/${encodeURIComponent(orderId)}`;
  return seeOther(outcome.ok ? `${page}/placed` : `${page}?payment=${outcome.code}`);
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
