import { v3 as uuidFromName } from "uuid";
import { fieldOf, type HttpCaller, httpCaller } from "../internal/http/call.ts";
import { noDevice, type Push, type PushContext, type PushSender, pushIdOf } from "./port.ts";

export interface OneSignalPushOptions {
  appId: string;
  /** The app's REST API key. */
  apiKey: string;
  product: PushContext["product"];
  /** Default: OneSignal's API. */
  baseUrl?: string;
  /** Milliseconds for one call; default 10,000. */
  timeout?: number;
}

/** Makes a UUID of a key; it must never change, or repeated keys are sent again. */
const namespace = "5b3c1a0e-93c5-4c07-9d52-0b6f0c9a4d11";

const noDeviceAnswer = { status: 200, code: noDevice, aboutRecipient: true };

/** Of `include_aliases`, documentation.onesignal.com/reference/create-message. */
const mostUsers = 20_000;

/**
 * Push through OneSignal, by external id, which is `pushIdOf` a user. Its own client has no time limit and quotes the answer in its errors, so this
 * speaks HTTP. The key becomes `idempotency_key`, remembered for 30 days, which takes UUIDs of version 3 and 4 only
 * (documentation.onesignal.com/reference/idempotent-notification-requests).
 */
export function oneSignalPush({
  appId,
  apiKey,
  product,
  baseUrl = "https://api.onesignal.com",
  timeout = 10_000,
}: OneSignalPushOptions): PushSender {
  const vendor = {
    port: "push",
    vendor: "onesignal",
    name: "OneSignal",
    timeout,
    idempotent: true,
    codeOf: (body: unknown) => fieldOf(fieldOf(fieldOf(body, "errors"), "0"), "code"),
  } as const;
  const http = httpCaller({ ...vendor, action: "send a notification" });
  const deleting = httpCaller({ ...vendor, action: "delete a user" });

  const externalId = (userId: string) => pushIdOf(product, userId);

  const post = (userIds: readonly string[], { title, body, url, data, key }: Omit<Push, "userId">) =>
    http.postForJson({
      url: `${baseUrl}/notifications`,
      headers: { authorization: `Key ${apiKey}` },
      body: JSON.stringify({
        app_id: appId,
        target_channel: "push",
        include_aliases: { external_id: userIds.map(externalId) },
        headings: { en: title },
        contents: { en: body },
        url,
        data,
        idempotency_key: uuidFromName(key, namespace),
      }),
    });

  return {
    async send({ userId, ...push }) {
      const messageId = messageIdIn(await post([userId], push), http);
      // With an id it reached a device, whatever else it says of other aliases.
      if (messageId === "") throw http.failure("found no device of the user", "final", noDeviceAnswer);
      return { messageId };
    },

    // documentation.onesignal.com/reference/delete-user
    forget: (userId) =>
      deleting.remove({
        url: `${baseUrl}/apps/${appId}/users/by/external_id/${encodeURIComponent(externalId(userId))}`,
        headers: { authorization: `Key ${apiKey}` },
      }),

    async sendMany({ userIds, ...push }) {
      if (userIds.length < 1 || userIds.length > mostUsers)
        throw http.failure(`takes 1 to 20,000 users a call, not ${userIds.length}`, "final");
      const answer = await post(userIds, push);
      const messageId = messageIdIn(answer, http);
      if (messageId === "") return { withoutDevice: [...userIds] };
      const unknown = fieldOf(fieldOf(fieldOf(answer, "errors"), "invalid_aliases"), "external_id");
      const withoutDevice = new Set(Array.isArray(unknown) ? unknown : []);
      return {
        messageId,
        withoutDevice: userIds.filter((userId) => withoutDevice.has(externalId(userId))),
      };
    },
  };
}

/** Empty where there was no device. */
function messageIdIn(answer: unknown, http: HttpCaller): string {
  const id = fieldOf(answer, "id");
  if (typeof id !== "string") throw http.failure("named no id", "retryable", { unanswered: true });
  return id;
}
