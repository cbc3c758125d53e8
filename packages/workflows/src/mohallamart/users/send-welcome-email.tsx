import { userCreated } from "@org/events/mohallamart/user-created";
import { type InngestFunction, NonRetriableError } from "inngest";
import { deliver, type Message } from "../../deliver.ts";
import { defaultRetries } from "../../retry-policy.ts";
import { sendingShare } from "../../vendor-limits.ts";
import { brandOf } from "../brand.ts";
import { renderBranded } from "../brand-context.tsx";
import type { Uses } from "../ports.ts";
import { WelcomeEmail } from "./welcome-email.tsx";

type Ports = Uses<{
  inngest: true;
  users: "get";
  limits: true;
  email: "send";
  deliveries: "get" | "record";
  webUrl: true;
  brand: true;
}>;

/** Welcomes a new customer with a guide to setting up the account. */
export function sendWelcomeEmail({
  inngest,
  email,
  users,
  deliveries,
  webUrl,
  limits,
  ...ports
}: Ports): InngestFunction.Any {
  const brand = brandOf(ports);
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
        renderBranded(
          <WelcomeEmail name={user.name} storefrontUrl={webUrl} accountUrl={`${webUrl}/account`} />,
          brand,
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
        send: (key) => email.send({ to: user.email, subject: `Welcome to ${brand.name}`, ...body, key }),
      });
      if (outcome.status === "failed") {
        throw new NonRetriableError(`User ${userId} could not be welcomed: ${outcome.reason}`);
      }
      return { email: outcome.status };
    },
  );
}
