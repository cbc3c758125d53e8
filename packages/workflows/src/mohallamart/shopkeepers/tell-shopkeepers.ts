import type { CausingEvent } from "@org/events";
import type { PushSender } from "@org/integrations/push/port";
import type { WorkflowStep } from "../../client.ts";
import { type DeliveryOutcome, deliver } from "../../deliver.ts";
import { settleAll } from "../../settle-all.ts";
import { type Brand, brandFor } from "../brand.ts";
import { asked, askForEmails } from "../notifications/ask-for-emails.ts";
import type { EmailContent } from "../notifications/email-template.ts";
import type { Uses } from "../ports.ts";
import { languageOfAddress } from "../reader-language.ts";

export type ShopNoticePorts = Uses<{
  shopkeepers: "list" | "get";
  users: "findByEmail";
  preferences: "get";
  orders: "first";
  push: "send";
  deliveries: "get" | "record";
  webUrl: true;
  brand: true;
}>;

/** What a shop's keepers are told of one of their products or orders. */
export interface ShopNotice {
  /** Under whose name it is recorded. */
  workflow: string;
  shopId: string;
  about: { productId: string } | { orderId: string };
  /** Told once for each key, keeper and channel. */
  key: string;
  /** What their devices show, in the language and by the clock of the brand as the keeper reads it. */
  push(brand: Brand): { title: string; body: string };
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
        [`${shopkeeperId} push`]: await sendPush(step, { ...ports, push }, { ...notice, shopkeeperId }),
      }),
    })),
  );
  return Object.assign({}, ...pushed);
}

function sendPush(
  step: WorkflowStep,
  ports: ShopNoticePorts & { push: Pick<PushSender, "send"> },
  { shopkeeperId, ...notice }: ShopNotice & { shopkeeperId: string },
): Promise<DeliveryOutcome> {
  const { about, key: noticeKey, workflow } = notice;
  return deliver(step, {
    steps: [`send-push:${shopkeeperId}`, `record-push-failure:${shopkeeperId}`],
    deliveries: ports.deliveries,
    message: {
      key: `${noticeKey}:${shopkeeperId}:push`,
      subject: subjectOf(notice),
      workflow,
      recipient: "shopkeeper",
      channel: "push",
    },
    send: async (key) =>
      ports.push.send({
        userId: shopkeeperId,
        ...notice.push(await brandOfKeeper(ports, shopkeeperId)),
        url: `${ports.webUrl}/shop`,
        data: about,
        key,
      }),
  });
}

async function brandOfKeeper(ports: ShopNoticePorts, shopkeeperId: string): Promise<Brand> {
  const keeper = await ports.shopkeepers.get(shopkeeperId);
  return brandFor(ports, keeper && (await languageOfAddress(ports, keeper.email)));
}

function subjectOf({ about }: Pick<ShopNotice, "about">): string {
  return "orderId" in about ? about.orderId : about.productId;
}
