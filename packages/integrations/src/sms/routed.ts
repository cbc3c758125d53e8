import { IntegrationError } from "../error.ts";
import type { Log } from "../log.ts";
import type { Sms, SmsSender, SmsTrace } from "./port.ts";

export interface RoutedSmsOptions {
  /** First for numbers of India (+91). */
  india: SmsSender;
  /** First for all other numbers. */
  elsewhere: SmsSender;
  /** Hears of every message that the second sender took over. */
  log?: Log;
}

/**
 * One sender over two vendors, by the number's country. The other one takes over when the first fails finally, so
 * certainly sent nothing, for a reason of its own or of our account. A refusal about the recipient ends there: who
 * opted out is not written to through somebody else. A retryable or ambiguous failure stays with the caller. To send
 * each key at most once, wrap this one, not the two in it: `smsOncePerKey(routedSms(…), ledger)`.
 */
export function routedSms({ india, elsewhere, log }: RoutedSmsOptions): SmsSender {
  const inOrder = ({ to }: Sms): [SmsSender, SmsSender] =>
    to.startsWith("+91") ? [india, elsewhere] : [elsewhere, india];
  return {
    async send(sms) {
      const [first, second] = inOrder(sms);
      try {
        return await first.send(sms);
      } catch (error) {
        if (!IntegrationError.isInstance(error) || !error.final || error.aboutRecipient) throw error;
        const { vendor, status, code } = error;
        log?.warn(
          { key: sms.key, vendor, status, code },
          "A text message was refused, the other vendor takes over",
        );
        return second.send(sms);
      }
    },

    /** Either of them may have it; that neither has takes the word of both. */
    async find(sms, since) {
      const traces = await Promise.all(inOrder(sms).map((vendor) => traceOf(vendor, sms, since)));
      const isAbsent = traces.every(({ state }) => state === "not-taken");
      return traces.find(({ state }) => state === "taken") ?? { state: isAbsent ? "not-taken" : "unknown" };
    },
  };
}

async function traceOf(vendor: SmsSender, sms: Sms, since: string): Promise<SmsTrace> {
  return (await vendor.find?.(sms, since)) ?? { state: "unknown" };
}
