import { userCreated } from "@org/events/mohallamart/user-created";
import { type InngestFunction, NonRetriableError } from "inngest";
import { deliver, type Message } from "../../deliver.ts";
import { renderEmail } from "../../render-email.ts";
import { defaultRetries } from "../../retry-policy.ts";
import { sendingShare } from "../../vendor-limits.ts";
import type { MohallaMartPorts } from "../ports.ts";
import { WelcomeEmail } from "./welcome-email.tsx";

/** Welcomes a new customer with a guide to setting up the account. */
export function sendWelcomeEmail({
  inngest,
  email,
  users,
  deliveries,
  webUrl,
  limits,
}: MohallaMartPorts): InngestFunction.Any {
  return inngest.createFunction(
    {
      id: "send-welcome-email",
      triggers: [userCreated],
      retries: defaultRetries,
      throttle: sendingShare("send-welcome-email", limits),
    },
    async ({ event, step }) => {
      const { userId } = event.data;
      const user = await step.run("fetch-user", async () => (await users.get(userId)) ?? null);
      // Deleted since they registered: an outcome, not a failure that somebody has to look at.
      if (!user) return { email: "user is gone" };
      const body = await step.run("render-welcome", () =>
        renderEmail(
          <WelcomeEmail name={user.name} storefrontUrl={webUrl} accountUrl={`${webUrl}/account`} />,
        ),
      );
      const message: Message = {
        key: `welcome:${userId}:email`,
        subject: userId,
        workflow: "send-welcome-email",
        recipient: "customer",
        channel: "email",
      };
      const outcome = await deliver(step, {
        steps: ["send-email", "record-email-failure"],
        deliveries,
        message,
        send: (key) => email.send({ to: user.email, subject: "Welcome to MohallaMart", ...body, key }),
      });
      if (outcome.status === "failed") {
        throw new NonRetriableError(`User ${userId} could not be welcomed: ${outcome.reason}`);
      }
      return { email: outcome.status };
    },
  );
}
