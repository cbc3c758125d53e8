import type { EventData } from "@org/events";
import { orderDeliveredCancelled } from "@org/events/mohallamart/order-delivered-cancelled";
import { paymentDisputed } from "@org/events/mohallamart/payment-disputed";
import { refundUpdated } from "@org/events/mohallamart/refund-updated";
import type { Alert } from "@org/integrations/alerts/port";
import type { InngestFunction } from "inngest";
import { defaultRetries } from "../../retry-policy.ts";
import { sendingShare } from "../../vendor-limits.ts";
import type { Uses } from "../ports.ts";

type Ports = Uses<{ inngest: true; alerts: "send"; webUrl: true; limits: true }>;

/**
 * Tells the people who look after payments where one of them has to act: a refund that a bank did not take, money that
 * went back of an order that stands, a dispute that waits for an answer or was lost, and goods that were delivered though
 * their order is cancelled.
 */
export function alertOnMoney({ inngest, alerts, webUrl, limits }: Ports): InngestFunction.Any {
  return inngest.createFunction(
    {
      id: "alert-on-money",
      // What needs nobody starts no run: it would take the turn of what does.
      triggers: [
        { ...refundUpdated, if: "event.data.status == 'failed' || event.data.standing == true" },
        { ...paymentDisputed, if: "event.data.status == 'open' || event.data.status == 'lost'" },
        orderDeliveredCancelled,
      ],
      retries: defaultRetries,
      throttle: sendingShare("alert-on-money", limits),
    },
    async ({ event, step }) => {
      const data: Data = event.data;
      const matter = matterOf(data);
      if (!matter) return { skipped: "Nobody has to do anything." };
      await step.run("send-alert", () =>
        alerts.send({
          ...matter,
          // One of each group in a while: no two refunds are one matter.
          group: matter.key,
          severity: "critical",
          at: "deliveredAt" in data ? data.deliveredAt : data.occurredAt,
          url: `${webUrl}/operations/payments`,
        }),
      );
      return { told: matter.key };
    },
  );
}

type Matter = Pick<Alert, "key" | "title" | "text">;

type Data = EventData<typeof refundUpdated | typeof paymentDisputed | typeof orderDeliveredCancelled>;

function matterOf(data: Data): Matter | undefined {
  if ("deliveredAt" in data) return deliveredMatter(data);
  return "refundId" in data ? refundMatter(data) : disputeMatter(data);
}

function deliveredMatter({ orderId, noticeId }: EventData<typeof orderDeliveredCancelled>): Matter {
  return {
    key: `delivered-cancelled:${noticeId}`,
    title: `Order ${orderId} is cancelled and was delivered after all`,
    text: `The delivery partner's notice ${noticeId} says that it was handed over. Its items were given back to the shop's stock and its money went back. Ask the partner who has it: then count the stock, and agree with the customer how it is paid or comes back.`,
  };
}

function refundMatter(data: EventData<typeof refundUpdated>): Matter | undefined {
  const { orderId, paymentId, refundId, status, standing } = data;
  const key = `refund-${status}:${refundId}`;
  if (status === "failed") {
    return {
      key,
      title: `A bank did not take the refund of order ${orderId}`,
      text: `Refund ${refundId} of payment ${paymentId} failed; the money is on our account again and is still the customer's. Refund the payment anew in the vendor's dashboard, or ask the customer for another account. The order's page says that it failed until the vendor reports a refund that arrived.`,
    };
  }
  if (!standing) return undefined;
  return {
    key,
    title: `Order ${orderId} stands and its money went back`,
    text: `Refund ${refundId} of payment ${paymentId} was made at the vendor, of an order that is not cancelled. It cannot be packed or sent any more: cancel it, or agree with the customer how it is paid.`,
  };
}

function disputeMatter(data: EventData<typeof paymentDisputed>): Matter | undefined {
  const { orderId, paymentId, disputeId, status, answerBy } = data;
  const key = `dispute-${status}:${disputeId}`;
  if (status === "open") {
    return {
      key,
      title: `A bank disputes the payment of order ${orderId}`,
      text: `Dispute ${disputeId} of payment ${paymentId} waits for evidence${answerBy ? ` until ${answerBy}` : ""}. Send it, or accept the dispute, in the vendor's dashboard; nothing said there in time loses it.`,
    };
  }
  if (status !== "lost") return undefined;
  return {
    key,
    title: `The dispute of order ${orderId} was lost`,
    text: `The vendor has taken the amount of dispute ${disputeId} (payment ${paymentId}) from our account. Do not refund the payment as well.`,
  };
}
