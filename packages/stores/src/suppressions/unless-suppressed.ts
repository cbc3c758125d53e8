import type { EmailSender } from "@org/integrations/email/port";
import { IntegrationError } from "@org/integrations/error";
import type { SmsSender } from "@org/integrations/sms/port";
import type { Suppressions } from "./port.ts";

/** `IntegrationError.code` of a message that was not sent because its address is suppressed. */
export const suppressed = "suppressed";

type Known = Pick<Suppressions, "find" | "add">;

/** An email port that sends nothing to addresses that bounced or complained. */
export function emailUnlessSuppressed(email: EmailSender, suppressions: Known): EmailSender {
  return {
    async send(message) {
      const refusal = await refusalOf(suppressions, "email", message.to);
      if (refusal) throw refusal;
      return email.send(message);
    },

    async sendBatch(messages, key) {
      const refusals = await Promise.all(messages.map(({ to }) => refusalOf(suppressions, "email", to)));
      const allowed = messages.filter((_message, place) => refusals[place] === undefined);
      const outcomes = (allowed.length > 0 ? await email.sendBatch(allowed, key) : []).values();
      return refusals.map((refusal) =>
        refusal ? { refused: refusal.message } : (outcomes.next().value ?? {}),
      );
    },
  };
}

/**
 * A text port that sends nothing to numbers whose owners sent STOP, or that are nobody's. What a vendor refuses about
 * the recipient is remembered: the next text is not tried.
 */
export function smsUnlessSuppressed(sms: SmsSender, suppressions: Known): SmsSender {
  const { find } = sms;
  return {
    async send(message) {
      const refusal = await refusalOf(suppressions, "sms", message.to);
      if (refusal) throw refusal;
      try {
        return await sms.send(message);
      } catch (error) {
        if (IntegrationError.isInstance(error) && error.aboutRecipient)
          await suppressions.add({ channel: "sms", address: message.to, reason: "undelivered" });
        throw error;
      }
    },
    ...(find ? { find } : {}),
  };
}

async function refusalOf(
  suppressions: Known,
  port: "email" | "sms",
  address: string,
): Promise<IntegrationError | undefined> {
  const found = await suppressions.find(port, address);
  if (!found) return undefined;
  return new IntegrationError(
    `The address gets nothing more over ${port}: its vendor reported it as ${found.reason}. Lift it in the console when that has changed.`,
    { port, vendor: "none", kind: "final", code: suppressed, aboutRecipient: true },
  );
}
