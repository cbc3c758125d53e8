import type { Push } from "@org/integrations/push/port";
import type * as z from "zod";
import type { NoMessage } from "../../deliver.ts";
import type { Uses } from "../ports.ts";
import { checkedTemplate, type MessageContent, type MessageTemplate } from "./message-template.ts";

/** What push messages are written from. */
export type PushPorts = Uses<{
  orders: "get" | "first";
  products: "get";
  shopkeepers: "get";
  users: "get" | "findByEmail";
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

/** One kind of push message. */
export type PushTemplate = MessageTemplate<PushTask<unknown>, WrittenPush>;

/** Declares a kind of push message: what its data has to hold, and how it is put into words when it leaves. */
export function pushTemplate<Data extends MessageContent["data"]>(declared: {
  name: string;
  data: z.ZodType<Data, Data>;
  write(task: PushTask<Data>): Promise<WrittenPush | NoMessage>;
}): PushTemplate & { of(data: Data): MessageContent } {
  return checkedTemplate("push message", declared);
}
