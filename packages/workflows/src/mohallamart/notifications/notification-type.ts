import { NonRetriableError } from "inngest";
import type { ReactElement } from "react";
import type * as z from "zod";
import type { Brand } from "../brand.ts";
import type { MessageClass } from "../message-class.ts";
import type { Uses } from "../ports.ts";
import type { SmsText } from "../sms-text.ts";

/** Where a person is reached. */
interface Contact {
  name: string;
  email: string;
  /** E.164. */
  phone?: string;
}

/** What a notification says, for every channel. */
export interface Wording {
  /** The id of the order or the product that it is about; its deliveries are recorded under it. */
  subject: string;
  /** On devices, in the inbox on the site and as the email's subject. */
  title: string;
  /** One or two sentences under the title. */
  body: string;
  /** What opens when it is tapped; absolute. Links that only the reader has stand as `orderUrl` and `stopUrl` until it is sent. */
  url: string;
  sms: SmsText;
  email: ReactElement;
  /** In which all of it is written: the brand as its reader reads it. */
  brand: Brand;
  /** Who is told, when it is not the contact in the user's profile. */
  contact?: Contact;
}

export interface NotificationRequest<Data> {
  user: Contact & { userId: string };
  data: Data;
  ports: Uses<{ orders: "get"; products: "get"; preferences: "get"; webUrl: true; brand: true }>;
}

interface Manner {
  messageClass: MessageClass;
}

/** One kind of notification. */
export interface NotificationType extends Manner {
  /**
   * @returns undefined when there is nothing to tell any more.
   * @throws NonRetriableError when the data is not what this type needs, or names what does not exist.
   */
  word(request: NotificationRequest<unknown>): Promise<Wording | undefined>;
}

/** Declares a kind of notification: what its data has to hold, and how it is put into words. */
export function notificationType<Schema extends z.ZodType>({
  data: schema,
  word,
  ...manner
}: Manner & {
  data: Schema;
  word(request: NotificationRequest<z.output<Schema>>): Promise<Wording | undefined>;
}): NotificationType {
  return {
    ...manner,
    word: ({ data, ...request }) => {
      const parsed = schema.safeParse(data);
      if (parsed.success) return word({ ...request, data: parsed.data });
      const fields = parsed.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
      throw new NonRetriableError(
        `The notification's data is not what its type needs: ${fields.join("; ")}. Correct the sender.`,
      );
    },
  };
}
