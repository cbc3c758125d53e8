import { userCreated } from "@org/events/mohallamart/user-created";
import type { User } from "@org/integrations/stores/mohallamart/port";
import { type InngestFunction, NonRetriableError } from "inngest";
import { deliver, type Message, recordFailure } from "../deliver.ts";
import { renderEmail } from "../render-email.ts";
import { defaultRetries } from "../retry-policy.ts";
import { sendingShare } from "../vendor-limits.ts";
import type { MohallaMartPorts } from "./ports.ts";
import { WelcomeEmail } from "./welcome-email.tsx";

/** Welcomes a new customer and says how to get going. */
export function sendWelcomeEmail(ports: MohallaMartPorts): InngestFunction.Any {
  const { inngest, email, deliveries, webUrl } = ports;
  return inngest.createFunction(
    {
      id: "send-welcome-email",
      triggers: [userCreated],
      retries: defaultRetries,
      throttle: sendingShare("send-welcome-email"),
    },
    async ({ event, step }) => {
      const { userId } = event.data;
      const user = await step.run("fetch-user", () => findUser(ports, userId));
      const body = await step.run("render-welcome", () =>
        renderEmail(<WelcomeEmail name={user.name} storefrontUrl={webUrl} />),
      );
      const message: Message = {
        key: `welcome:${userId}:email`,
        subject: userId,
        workflow: "send-welcome-email",
        recipient: "customer",
        channel: "email",
      };
      const outcome = await step
        .run("send-email", () =>
          deliver(deliveries, message, () =>
            email.send({ to: user.email, subject: "Welcome to MohallaMart", ...body, key: message.key }),
          ),
        )
        .catch((error: unknown) =>
          step.run("record-email-failure", () => recordFailure(deliveries, message, error)),
        );
      if (outcome.status === "failed") {
        throw new NonRetriableError(`User ${userId} could not be welcomed: ${outcome.reason}`);
      }
    },
  );
}

async function findUser({ users }: MohallaMartPorts, userId: string): Promise<User> {
  const user = await users.get(userId);
  if (!user) {
    throw new NonRetriableError(
      `User ${userId} does not exist: it was deleted, or the event names a wrong one.`,
    );
  }
  return user;
}
