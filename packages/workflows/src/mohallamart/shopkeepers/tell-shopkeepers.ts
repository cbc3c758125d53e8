import type { CausingEvent } from "@org/events";
import type { PushSender } from "@org/integrations/push/port";
import type { WorkflowStep } from "../../client.ts";
import { type DeliveryOutcome, deliver } from "../../deliver.ts";
import { settleAll } from "../../settle-all.ts";
import { asked, askForEmails } from "../notifications/ask-for-emails.ts";
import type { EmailContent } from "../notifications/email-template.ts";
import type { Uses } from "../ports.ts";

export type ShopNoticePorts = Uses<{
  shopkeepers: "list";
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
  /** The title on the keeper's devices. */
  title: string;
  /** The text on the keeper's devices. */
  body: string;
  email(shopkeeperId: string): EmailContent;
  cause: CausingEvent;
}

/** What became of a message to a keeper: a push message is sent here, an email asked for. */
export type NoticeOutcome = DeliveryOutcome | { status: typeof asked };

/**
 * Tells everyone who keeps a shop, by email and, when push is configured, on their devices. One that cannot be reached
 * is recorded and keeps nobody else from being told; no device waits for an email.
 * @returns what became of it, by shopkeeper and channel: `sk_1 email`.
 */
export async function tellShopkeepers(
  step: WorkflowStep,
  ports: ShopNoticePorts,
  notice: ShopNotice,
): Promise<Record<string, NoticeOutcome>> {
  const { shopId, key, workflow, cause } = notice;
  const keepers: string[] = await step.run("fetch-shopkeepers", async () =>
    (await ports.shopkeepers.list({ shopId })).map(({ shopkeeperId }) => shopkeeperId),
  );
  await askForEmails(
    step,
    "ask-for-emails",
    keepers.map((shopkeeperId) => ({
      key: `${key}:${shopkeeperId}:email`,
      content: notice.email(shopkeeperId),
      about: subjectOf(notice),
      askedBy: workflow,
      recipient: "shopkeeper",
      cause,
    })),
  );
  const { push } = ports;
  // Side by side: no keeper waits for the tries of another one.
  const pushed = await settleAll(
    keepers.map(async (shopkeeperId) => ({
      [`${shopkeeperId} email`]: { status: asked },
      ...(push && {
        [`${shopkeeperId} push`]: await sendPush(step, ports, { ...notice, shopkeeperId, push }),
      }),
    })),
  );
  return Object.assign({}, ...pushed);
}

function sendPush(
  step: WorkflowStep,
  { deliveries, webUrl }: ShopNoticePorts,
  { shopkeeperId, push, ...notice }: ShopNotice & { shopkeeperId: string; push: Pick<PushSender, "send"> },
): Promise<DeliveryOutcome> {
  const { title, body, about, key: noticeKey, workflow } = notice;
  return deliver(step, {
    steps: [`send-push:${shopkeeperId}`, `record-push-failure:${shopkeeperId}`],
    deliveries,
    message: {
      key: `${noticeKey}:${shopkeeperId}:push`,
      subject: subjectOf(notice),
      workflow,
      recipient: "shopkeeper",
      channel: "push",
    },
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

function subjectOf({ about }: Pick<ShopNotice, "about">): string {
  return "orderId" in about ? about.orderId : about.productId;
}
