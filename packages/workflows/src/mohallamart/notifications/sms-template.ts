import type * as z from "zod";
import type { NoMessage } from "../../deliver.ts";
import type { Uses } from "../ports.ts";
import type { SmsText } from "../sms-text.ts";
import { checkedTemplate, type MessageContent, type MessageTemplate } from "./message-template.ts";

/** What text messages are written from. */
export type SmsPorts = Uses<{
  orders: "get";
  products: "get";
  users: "get";
  preferences: "get";
  webUrl: true;
  brand: true;
}>;

export interface SmsTask<Data> {
  /** Whom it is for, where the data does not say it. */
  userId: string | undefined;
  data: Data;
  ports: SmsPorts;
}

/** A text message in words, with its address: E.164, undefined when its reader gave no phone. */
export type WrittenSms = SmsText & { to: string | undefined };

/** One kind of text message. */
export type SmsTemplate = MessageTemplate<SmsTask<unknown>, WrittenSms>;

/** Declares a kind of text message: what its data has to hold, and how it is put into words when it leaves. */
export function smsTemplate<Data extends MessageContent["data"]>(declared: {
  name: string;
  data: z.ZodType<Data, Data>;
  write(task: SmsTask<Data>): Promise<WrittenSms | NoMessage>;
}): SmsTemplate & { of(data: Data): MessageContent } {
  return checkedTemplate("text message", declared);
}
