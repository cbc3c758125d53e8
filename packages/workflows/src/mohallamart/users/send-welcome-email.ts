import { userCreated } from "@org/events/mohallamart/user-created";
import type { InngestFunction } from "inngest";
import { defaultRetries } from "../../retry-policy.ts";
import { askForEmails } from "../notifications/ask-for-messages.ts";
import type { Uses } from "../ports.ts";
import { welcome } from "./emails.tsx";

type Ports = Uses<{ inngest: true }>;

/** Welcomes a new customer with a guide to setting up the account. */
export function sendWelcomeEmail({ inngest }: Ports): InngestFunction.Any {
  return inngest.createFunction(
    { id: "send-welcome-email", triggers: [userCreated], retries: defaultRetries },
    async ({ event, step }) => {
      const { userId } = event.data;
      const email = await askForEmails(step, "ask-for-email", [
        {
          key: `welcome:${userId}:email`,
          content: welcome.of({}),
          userId,
          about: userId,
          askedBy: "send-welcome-email",
          recipient: "customer",
          cause: event,
        },
      ]);
      return { email };
    },
  );
}
