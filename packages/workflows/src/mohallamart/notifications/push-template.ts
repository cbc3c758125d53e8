import type { EventData } from "@org/events";
import type { notificationPushRequested } from "@org/events/mohallamart/notification-push-requested";
import type { Push } from "@org/integrations/push/port";
import { NonRetriableError } from "inngest";
import type * as z from "zod";
import type { Uses } from "../ports.ts";

/** What push messages are written from. */
export type PushPorts = Uses<{
  orders: "get" | "first";
  products: "get";
  shopkeepers: "get";
  users: "findByEmail";
  preferences: "get";
  webUrl: true;
  brand: true;
}>;

export interface PushTask<Data> {
  /** Whose devices. */
  readerId: string;
  data: Data;
  ports: PushPorts;
}

/** A push message in words. */
export type WrittenPush = Pick<Push, "title" | "body" | "url" | "data">;

/** Why nobody gets it after all: an outcome, not a failure that somebody has to look at. */
export interface NoPush {
  skipped: string;
}

/** One kind of push message. */
export interface PushTemplate {
  /** As `notification.pushRequested` names it. */
  name: string;
  /** @throws NonRetriableError when the data is not what this template needs, or names what does not exist. */
  write(task: PushTask<unknown>): Promise<WrittenPush | NoPush>;
}

/** What a push message is to be written from: its template's name, and flat data. */
export type PushContent = Pick<EventData<typeof notificationPushRequested>, "template" | "data">;

/** Declares a kind of push message: what its data has to hold, and how it is put into words when it leaves. */
export function pushTemplate<Data extends PushContent["data"]>({
  name,
  data: schema,
  write,
}: {
  name: string;
  data: z.ZodType<Data, Data>;
  write(task: PushTask<Data>): Promise<WrittenPush | NoPush>;
}): PushTemplate & { of(data: Data): PushContent } {
  return {
    name,
    of: (data) => ({ template: name, data }),
    write: async ({ data, ...task }) => {
      const parsed = schema.safeParse(data);
      if (parsed.success) return write({ ...task, data: parsed.data });
      const fields = parsed.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
      throw new NonRetriableError(
        `The data of the push message ${name} is not what its template needs: ${fields.join("; ")}. Correct who asks for it.`,
      );
    },
  };
}
