import type { EventData } from "@org/events";
import type { notificationEmailRequested } from "@org/events/mohallamart/notification-email-requested";
import { NonRetriableError } from "inngest";
import type * as z from "zod";
import type { NoEmail, WrittenEmail } from "../../email-batch.ts";
import type { Uses } from "../ports.ts";

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

/** One kind of email: how it is addressed and put into words. */
export interface EmailTemplate {
  /** As `notification.emailRequested` names it. */
  name: string;
  /**
   * Where it names an order's page, it says `orderUrl`: the link is put in its place when the email leaves.
   * @throws NonRetriableError when the data is not what this template needs, or names what does not exist.
   */
  write(task: EmailTask<unknown>): Promise<WrittenEmail | NoEmail>;
}

/** What an email is to be written from: its template's name, and flat data. */
export type EmailContent = Pick<EventData<typeof notificationEmailRequested>, "template" | "data">;

/** Declares a kind of email: what its data has to hold, and how it is put into words. */
export function emailTemplate<Data extends EmailContent["data"]>({
  name,
  data: schema,
  write,
}: {
  name: string;
  data: z.ZodType<Data, Data>;
  write(task: EmailTask<Data>): Promise<WrittenEmail | NoEmail>;
}): EmailTemplate & { of(data: Data): EmailContent } {
  return {
    name,
    of: (data) => ({ template: name, data }),
    write: async ({ data, ...task }) => {
      const parsed = schema.safeParse(data);
      if (parsed.success) return write({ ...task, data: parsed.data });
      const fields = parsed.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
      throw new NonRetriableError(
        `The data of the email ${name} is not what its template needs: ${fields.join("; ")}. Correct who asks for it.`,
      );
    },
  };
}
