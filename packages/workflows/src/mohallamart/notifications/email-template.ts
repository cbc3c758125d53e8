import type * as z from "zod";
import type { NoMessage } from "../../deliver.ts";
import type { WrittenEmail } from "../../email-batch.ts";
import type { Uses } from "../ports.ts";
import { checkedTemplate, type MessageContent, type MessageTemplate } from "./message-template.ts";

/** What emails are written from. */
export type EmailPorts = Uses<{
  analytics: "summary";
  checkouts: "released";
  orders: "get" | "first";
  products: "get";
  shopkeepers: "get" | "application";
  shops: "get";
  staff: "get";
  users: "get" | "findByEmail";
  preferences: "get";
  webUrl: true;
  brand: true;
}>;

export interface EmailTask<Data> {
  /** Whom it is for, where the data does not say it. */
  userId: string | undefined;
  data: Data;
  ports: EmailPorts;
}

/** One kind of email. */
export type EmailTemplate = MessageTemplate<EmailTask<unknown>, WrittenEmail>;

/** Declares a kind of email: what its data has to hold, and how it is put into words. */
export function emailTemplate<Data extends MessageContent["data"]>(declared: {
  name: string;
  data: z.ZodType<Data, Data>;
  write(task: EmailTask<Data>): Promise<WrittenEmail | NoMessage>;
}): EmailTemplate & { of(data: Data): MessageContent } {
  return checkedTemplate("email", declared);
}
