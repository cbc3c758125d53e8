import type * as z from "zod";
import { NoticeEmail } from "../notice-email.tsx";
import {
  type NotificationTemplate,
  notificationTemplate,
  type Occasion,
  type Words,
} from "../notifications/notification-template.ts";

interface Saying<Data> {
  name: string;
  words(occasion: Occasion<Data>): Words;
  /** What the email says after `words.body`, a paragraph each. */
  more?(occasion: Occasion<Data>): readonly string[];
  /** Where the button under the email leads, where that is not `words.path`. */
  url?(occasion: Occasion<Data>): string | undefined;
  /** What the button under the email is called. */
  action: string | ((occasion: Occasion<Data>) => string);
  /** Why the reader gets it. */
  why(occasion: Occasion<Data>): string;
}

/** A notification about somebody's own standing in the house, or about one that they decide on: nobody can turn it off. */
export function verificationTemplate<Schema extends z.ZodType>({
  data,
  name,
  words,
  more = () => [],
  url = () => undefined,
  action,
  why,
}: Saying<z.output<Schema>> & { data: Schema }): NotificationTemplate & { readonly schema: Schema } {
  return notificationTemplate({
    name,
    kind: "verification",
    importance: "always",
    priority: "transactional",
    data,
    words,
    email: ({ reader, words: said, ...occasion }) => (
      <NoticeEmail
        brand={occasion.brand}
        title={said.title}
        why={why(occasion)}
        firstName={reader.firstName}
        paragraphs={[said.body, ...more(occasion)]}
        action={{
          label: typeof action === "string" ? action : action(occasion),
          url: url(occasion) ?? `${occasion.portalUrl}${said.path}`,
        }}
      />
    ),
  });
}

/** Of what goes to those who decide. */
export function toReviewers({ brand }: Occasion<unknown>): string {
  return `You get this email because you verify residents of ${brand.name}.`;
}

/** Of what goes to somebody who registered. */
export function toApplicants({ brand }: Occasion<unknown>): string {
  return `You get this email because this address was registered at ${brand.name}.`;
}

/** Of what goes to residents, and to those who were. */
export function toResidents({ brand }: Occasion<unknown>): string {
  return `You get this email because you are registered as a resident of ${brand.name}.`;
}
