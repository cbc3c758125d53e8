import type { PushSender } from "@org/integrations/push/port";
import type { Shopkeeper } from "@org/stores/mohallamart/port";
import type { WorkflowStep } from "../../client.ts";
import { type DeliveryOutcome, deliver, type Message } from "../../deliver.ts";
import { settleAll } from "../../settle-all.ts";
import type { Uses } from "../ports.ts";

export type ShopNoticePorts = Uses<{
  shopkeepers: "list";
  email: "send";
  push: "send";
  deliveries: "get" | "record";
  webUrl: true;
}>;

/** What a shop's keepers are told of one of their products or orders. */
export interface ShopNotice {
  /** Under whose name it is recorded. */
  workflow: string;
  shopId: string;
  about: { productId: string } | { orderId: string };
  /** Told once for each key, keeper and channel. */
  key: string;
  /** The email's subject, and the title on the keeper's devices. */
  title: string;
  /** The text on the keeper's devices. */
  body: string;
  render(keeper: Shopkeeper): Promise<{ html: string; text: string }>;
}

/**
 * Tells everyone who keeps a shop, by email and, when push is configured, on their devices. One that cannot be reached
 * is recorded and keeps nobody else from being told.
 * @returns what became of it, by shopkeeper and channel: `sk_1 email`.
 */
export async function tellShopkeepers(
  step: WorkflowStep,
  ports: ShopNoticePorts,
  notice: ShopNotice,
): Promise<Record<string, DeliveryOutcome>> {
  const { shopId } = notice;
  const keepers = await step.run("fetch-shopkeepers", () => ports.shopkeepers.list({ shopId }));
  // Side by side: nobody, and no channel, waits for the tries of another one.
  const told = await settleAll(
    keepers.flatMap((keeper) => {
      const { shopkeeperId } = keeper;
      const email = named(`${shopkeeperId} email`, sendEmail(step, ports, keeper, notice));
      if (!ports.push) return [email];
      const push = sendPush(step, ports, { ...notice, shopkeeperId, push: ports.push });
      return [email, named(`${shopkeeperId} push`, push)];
    }),
  );
  return Object.fromEntries(told);
}

async function named(
  name: string,
  outcome: Promise<DeliveryOutcome>,
): Promise<readonly [string, DeliveryOutcome]> {
  return [name, await outcome];
}

async function sendEmail(
  step: WorkflowStep,
  { email, deliveries }: ShopNoticePorts,
  keeper: Shopkeeper,
  notice: ShopNotice,
): Promise<DeliveryOutcome> {
  const { shopkeeperId, email: to } = keeper;
  const body = await step.run(`render-notice:${shopkeeperId}`, () => notice.render(keeper));
  const message = messageTo(shopkeeperId, "email", notice);
  return deliver(step, {
    steps: [`send-email:${shopkeeperId}`, `record-email-failure:${shopkeeperId}`],
    deliveries,
    message,
    send: (key) => email.send({ to, subject: notice.title, ...body, key }),
  });
}

function sendPush(
  step: WorkflowStep,
  { deliveries, webUrl }: ShopNoticePorts,
  { shopkeeperId, push, ...notice }: ShopNotice & { shopkeeperId: string; push: Pick<PushSender, "send"> },
): Promise<DeliveryOutcome> {
  const { title, body, about } = notice;
  const message = messageTo(shopkeeperId, "push", notice);
  return deliver(step, {
    steps: [`send-push:${shopkeeperId}`, `record-push-failure:${shopkeeperId}`],
    deliveries,
    message,
    send: (key) =>
      push.send({
        userId: shopkeeperId,
        title,
        body,
        url: `${webUrl}/shop`,
        data: about,
        key,
      }),
  });
}

function messageTo(
  shopkeeperId: string,
  channel: "email" | "push",
  { key, about, workflow }: ShopNotice,
): Message {
  return {
    key: `${key}:${shopkeeperId}:${channel}`,
    subject: "orderId" in about ? about.orderId : about.productId,
    workflow,
    recipient: "shopkeeper",
    channel,
  };
}
