import type { Shopkeeper } from "@org/integrations/stores/mohallamart/port";
import type { GetStepTools } from "inngest";
import { deliver, type Message, recordFailure } from "../deliver.ts";
import type { MohallaMartInngest } from "./client.ts";
import type { MohallaMartPorts } from "./ports.ts";

/** What a shop's keepers are told of one of their products. */
export interface ShopNotice {
  /** The workflow that tells it. */
  workflow: string;
  shopId: string;
  productId: string;
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
 */
export async function tellShopkeepers(
  step: GetStepTools<MohallaMartInngest>,
  ports: MohallaMartPorts,
  notice: ShopNotice,
): Promise<void> {
  const { email, push, shopkeepers, deliveries, webUrl } = ports;
  const { shopId, productId, title, body: text } = notice;
  const keepers = await step.run("fetch-shopkeepers", () => shopkeepers.list({ shopId }));
  for (const keeper of keepers) {
    const { shopkeeperId } = keeper;
    const body = await step.run(`render-notice:${shopkeeperId}`, () => notice.render(keeper));
    const byEmail = messageTo(shopkeeperId, "email", notice);
    await step
      .run(`send-email:${shopkeeperId}`, () =>
        deliver(deliveries, byEmail, () =>
          email.send({ to: keeper.email, subject: title, ...body, key: byEmail.key }),
        ),
      )
      .catch((error: unknown) =>
        step.run(`record-email-failure:${shopkeeperId}`, () => recordFailure(deliveries, byEmail, error)),
      );
    if (!push) continue;
    const byPush = messageTo(shopkeeperId, "push", notice);
    await step
      .run(`send-push:${shopkeeperId}`, () =>
        deliver(deliveries, byPush, () =>
          push.send({
            userId: shopkeeperId,
            title,
            body: text,
            url: `${webUrl}/shop`,
            data: { productId },
            key: byPush.key,
          }),
        ),
      )
      .catch((error: unknown) =>
        step.run(`record-push-failure:${shopkeeperId}`, () => recordFailure(deliveries, byPush, error)),
      );
  }
}

function messageTo(
  shopkeeperId: string,
  channel: "email" | "push",
  { key, productId, workflow }: ShopNotice,
): Message {
  return {
    key: `${key}:${shopkeeperId}:${channel}`,
    subject: productId,
    workflow,
    recipient: "shopkeeper",
    channel,
  };
}
