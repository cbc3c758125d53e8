import type { PushSender } from "@org/integrations/push/port";
import type { OrderDetails, Shopkeeper } from "@org/integrations/stores/mohallamart/port";
import { NonRetriableError } from "inngest";
import type { ReactElement } from "react";
import { type DeliveryOutcome, deliver, type Message, recordFailure } from "../../deliver.ts";
import { renderEmail } from "../../render-email.ts";
import type { MohallaMartStep } from "../client.ts";
import type { MohallaMartPorts } from "../ports.ts";

export type ShopkeeperPorts = Pick<MohallaMartPorts, "email" | "push" | "shopkeepers" | "deliveries">;

/** What everyone who keeps the order's shop is told. */
export interface ShopNotice {
  /** The beginning of every message's key; the order, the shopkeeper and the channel follow. */
  kind: "new-order" | "order-cancelled";
  /** Under whose name the order page finds it. */
  workflow: string;
  /** The email's subject and the push notification's title. */
  title: string;
  pushBody: string;
  email: ReactElement;
}

/**
 * Tells everyone who keeps an order's shop, by email and, where push is configured and they have a device, by push.
 * @returns by shopkeeper and channel, what became of it.
 * @throws NonRetriableError when nobody keeps the shop, or after all were tried and nobody could be told.
 */
export async function tellShopkeepers(
  ports: ShopkeeperPorts,
  step: MohallaMartStep,
  order: OrderDetails,
  notice: ShopNotice,
): Promise<Record<string, DeliveryOutcome["status"]>> {
  const { orderId, shopId } = order;
  const keepers = await step.run("fetch-shopkeepers", () => ports.shopkeepers.list({ shopId }));
  if (keepers.length === 0) {
    throw new NonRetriableError(`Nobody keeps shop ${shopId}: order ${orderId} has no one to be told of it.`);
  }
  const body = await step.run("render-notice", () => renderEmail(notice.email));
  const outcomes: Record<string, DeliveryOutcome> = {};
  for (const keeper of keepers) {
    const { shopkeeperId } = keeper;
    outcomes[`${shopkeeperId} email`] = await sendEmail(ports, step, { keeper, orderId, notice, body });
    if (!ports.push) continue;
    outcomes[`${shopkeeperId} push`] = await sendPush(ports.push, ports, step, { keeper, orderId, notice });
  }
  const all = Object.values(outcomes);
  if (!all.some(({ status }) => status === "sent" || status === "unknown")) {
    throw new NonRetriableError(
      `Nobody at shop ${shopId} could be told of order ${orderId}: ${all[0]?.reason}`,
    );
  }
  return Object.fromEntries(Object.entries(outcomes).map(([to, { status }]) => [to, status]));
}

interface OneNotice {
  keeper: Shopkeeper;
  orderId: string;
  notice: ShopNotice;
}

function sendEmail(
  { email, deliveries }: ShopkeeperPorts,
  step: MohallaMartStep,
  { body, ...one }: OneNotice & { body: { html: string; text: string } },
): Promise<DeliveryOutcome> {
  const { shopkeeperId, email: to } = one.keeper;
  const message = messageTo(one, "email");
  return step
    .run(`send-email:${shopkeeperId}`, () =>
      deliver(deliveries, message, () =>
        email.send({ to, subject: one.notice.title, ...body, key: message.key }),
      ),
    )
    .catch((error: unknown) =>
      step.run(`record-email-failure:${shopkeeperId}`, () => recordFailure(deliveries, message, error)),
    );
}

function sendPush(
  push: PushSender,
  { deliveries }: ShopkeeperPorts,
  step: MohallaMartStep,
  one: OneNotice,
): Promise<DeliveryOutcome> {
  const { keeper, orderId, notice } = one;
  const { shopkeeperId } = keeper;
  const message = messageTo(one, "push");
  return step
    .run(`send-push:${shopkeeperId}`, () =>
      deliver(deliveries, message, () =>
        push.send({
          userId: shopkeeperId,
          title: notice.title,
          body: notice.pushBody,
          data: { orderId },
          key: message.key,
        }),
      ),
    )
    .catch((error: unknown) =>
      step.run(`record-push-failure:${shopkeeperId}`, () => recordFailure(deliveries, message, error)),
    );
}

function messageTo({ keeper, orderId, notice }: OneNotice, channel: "email" | "push"): Message {
  return {
    key: `${notice.kind}:${orderId}:${keeper.shopkeeperId}:${channel}`,
    subject: orderId,
    workflow: notice.workflow,
    recipient: "shopkeeper",
    channel,
  };
}
