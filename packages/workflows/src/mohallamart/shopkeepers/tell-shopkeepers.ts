import type { CausingEvent } from "@org/events";
import type { WorkflowStep } from "../../client.ts";
import type { NoMessage } from "../../deliver.ts";
import { asked, askForMessages, requestedEmail, requestedPush } from "../notifications/ask-for-messages.ts";
import type { MessageContent } from "../notifications/message-template.ts";
import type { Uses } from "../ports.ts";

export type ShopNoticePorts = Uses<{ shopkeepers: "list" }>;

/** What a shop's keepers are told of one of their products or orders. */
export interface ShopNotice {
  /** Under whose name it is recorded. */
  workflow: string;
  /** Whose keepers are told; where an order says whose, it is looked at with them, and for why there is nothing to tell any more. */
  shopId: string | (() => Promise<string | NoMessage>);
  /** The id of the order or the product that it is about. */
  about: string;
  /** Told once for each key, keeper and channel. */
  key: string;
  email(shopkeeperId: string): MessageContent;
  push: MessageContent;
  cause: CausingEvent;
}

/** By shopkeeper and channel, `sk_1 email`; or why nobody was asked for. */
export type NoticesAsked = Record<string, string>;

/** Asks for everyone who keeps a shop to be told, by email and on their devices. Nobody waits for either. */
export async function tellShopkeepers(
  step: WorkflowStep,
  { shopkeepers }: ShopNoticePorts,
  { shopId, key, workflow, about, email, push, cause }: ShopNotice,
): Promise<NoticesAsked> {
  const keepers: string[] | NoMessage = await step.run("fetch-shopkeepers", async () => {
    const found = typeof shopId === "string" ? shopId : await shopId();
    if (typeof found !== "string") return found;
    return (await shopkeepers.list({ shopId: found })).map(({ shopkeeperId }) => shopkeeperId);
  });
  if ("skipped" in keepers) return { ...keepers };
  const notice = { about, askedBy: workflow, recipient: "shopkeeper", cause } as const;
  await askForMessages(
    step,
    "ask-for-messages",
    keepers.flatMap((id) => [
      requestedEmail({ ...notice, key: `${key}:${id}:email`, content: email(id) }),
      requestedPush({ ...notice, key: `${key}:${id}:push`, readerId: id, content: push }),
    ]),
  );
  return Object.fromEntries(
    keepers.flatMap((id) => [`${id} email`, `${id} push`].map((each) => [each, asked])),
  );
}
