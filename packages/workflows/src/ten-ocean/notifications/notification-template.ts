import type { NotificationKind, Subscription } from "@org/stores/ten-ocean/port";
import { NonRetriableError } from "inngest";
import type { ReactElement } from "react";
import type * as z from "zod";
import type { Brand } from "../brand.ts";

/** Whom a notification is for, as its email greets them. */
export interface Reader {
  userId: string;
  firstName: string;
}

/** What a template is put into words for. */
export interface Occasion<Data> {
  data: Data;
  /** Where the portal is, without a trailing slash. */
  portalUrl: string;
  brand: Brand;
}

/** What the portal's list and a phone show; the title is the email's subject as well. */
export interface Words {
  title: string;
  /** One or two sentences. */
  body: string;
  /** The portal's page about it, as `/ten-ocean/forum/topic_12`. */
  path: string;
}

interface Manner {
  /** As in events: `forum-mention`. */
  name: string;
  /** What the reader's preferences call it. */
  kind: NotificationKind;
  /**
   * - `chosen`: over the channels and at the time that the reader chose
   * - `always`: nobody can turn it off (a decision on their own registration); quiet hours hold it back
   * - `urgent`: nobody can turn it off, and it wakes people (a burst pipe)
   */
  importance: "chosen" | "always" | "urgent";
  /** What one click in its email stops, where that is not the emails of its kind. */
  subscription?: Subscription;
  /** Bulk goes to many and waits behind what single members wait for. */
  priority: "transactional" | "bulk";
  /** Of use at once only, as a reminder is: it waits for nobody's digest. Channels and quiet hours are still theirs. */
  timely?: true;
}

/** One kind of notification. */
export interface NotificationTemplate extends Manner {
  /** @throws NonRetriableError when the data is not what this template needs. */
  words(occasion: Occasion<unknown>): Words;
  /** The email's body. @throws NonRetriableError as `words`. */
  email(occasion: Occasion<unknown> & { reader: Reader; unsubscribeUrl?: string }): ReactElement;
}

/** Declares a kind of notification: what its data has to hold, and how it is put into words. */
export function notificationTemplate<Schema extends z.ZodType>({
  data: schema,
  words,
  email,
  ...manner
}: Manner & {
  data: Schema;
  words(occasion: Occasion<z.output<Schema>>): Words;
  /** @param unsubscribeUrl where the reader turns this kind off; absent for what cannot be turned off */
  email(
    occasion: Occasion<z.output<Schema>> & { reader: Reader; words: Words; unsubscribeUrl?: string },
  ): ReactElement;
}): NotificationTemplate & { readonly schema: Schema } {
  const read = ({ data, ...occasion }: Occasion<unknown>): Occasion<z.output<Schema>> => {
    const parsed = schema.safeParse(data);
    if (parsed.success) return { ...occasion, data: parsed.data };
    const fields = parsed.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
    throw new NonRetriableError(
      `The data of ${manner.name} is not what the template needs: ${fields.join("; ")}. Correct the sender.`,
    );
  };
  return {
    ...manner,
    schema,
    words: (occasion) => words(read(occasion)),
    email: ({ reader, unsubscribeUrl, ...occasion }) => {
      const known = read(occasion);
      return email({ ...known, words: words(known), reader, unsubscribeUrl });
    },
  };
}
