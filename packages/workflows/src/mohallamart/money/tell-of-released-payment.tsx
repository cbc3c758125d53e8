import { paymentReleased } from "@org/events/mohallamart/payment-released";
import type { ReleasedPayment, Shop } from "@org/stores/mohallamart/port";
import { type InngestFunction, NonRetriableError } from "inngest";
import type { WorkflowStep } from "../../client.ts";
import { type DeliveryOutcome, deliver, type Message } from "../../deliver.ts";
import { retries } from "../../retry-policy.ts";
import { sendingShare } from "../../vendor-limits.ts";
import { brandOf } from "../brand.ts";
import { renderBranded } from "../brand-context.tsx";
import type { Uses } from "../ports.ts";
import { ReleasedPaymentEmail, releasedPaymentTitle } from "./released-payment-email.tsx";

type Ports = Uses<{
  inngest: true;
  checkouts: "released";
  shops: "get";
  limits: true;
  email: "send";
  deliveries: "get" | "record";
  webUrl: true;
  brand: true;
}>;

type Payer = NonNullable<ReleasedPayment["customer"]>;

/** Tells a customer who paid and got no order for it why there is none, and what becomes of their money. */
export function tellOfReleasedPayment(ports: Ports): InngestFunction.Any {
  return ports.inngest.createFunction(
    {
      id: "tell-of-released-payment",
      triggers: [paymentReleased],
      ...retries(
        20,
        "A customer who paid waits for their order: these reach over 70 minutes of a vendor's trouble.",
      ),
      throttle: sendingShare("tell-of-released-payment", ports.limits),
    },
    async ({ event, step }) => {
      const { paymentId } = event.data;
      const { released, shop } = await step.run("fetch-payment", () => findReleased(ports, paymentId));
      const { customer } = released;
      if (!customer) return { skipped: `Nobody is known any more who made payment ${paymentId}.` };
      const { status, reason } = await sendEmail(step, ports, { released, shop, customer });
      if (status === "failed") {
        throw new NonRetriableError(`Whoever made payment ${paymentId} could not be told of it: ${reason}`);
      }
      return { email: status };
    },
  );
}

/** A payment is kept together with its event, so a missing one will not appear later. */
async function findReleased(
  { checkouts, shops }: Pick<Ports, "checkouts" | "shops">,
  paymentId: string,
): Promise<{ released: ReleasedPayment; shop: Shop | undefined }> {
  const released = await checkouts.released(paymentId);
  if (!released) {
    throw new NonRetriableError(
      `Payment ${paymentId} was not released: it was a month ago, or the event names a wrong one.`,
    );
  }
  return { released, shop: await shops.get(released.shopId) };
}

async function sendEmail(
  step: WorkflowStep,
  ports: Ports,
  { released, shop, customer }: { released: ReleasedPayment; shop: Shop | undefined; customer: Payer },
): Promise<DeliveryOutcome> {
  const { paymentId, orderId, refusal, amount } = released;
  const brand = brandOf(ports);
  const body = await step.run("render-released", () =>
    renderBranded(
      <ReleasedPaymentEmail
        customerName={customer.name}
        orderId={orderId}
        shopName={shop?.name ?? brand.name}
        refusal={refusal}
        amount={amount}
        cartUrl={`${ports.webUrl}/cart`}
      />,
      brand,
    ),
  );
  const message: Message = {
    key: `payment-released:${paymentId}:email`,
    subject: orderId,
    workflow: "tell-of-released-payment",
    recipient: "customer",
    channel: "email",
  };
  return deliver(step, {
    steps: ["send-email", "record-email-failure"],
    deliveries: ports.deliveries,
    message,
    send: (key) =>
      ports.email.send({
        to: customer.email,
        subject: `${releasedPaymentTitle}: order ${orderId}`,
        ...body,
        key,
      }),
  });
}
