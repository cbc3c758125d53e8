import { IntegrationError } from "../error.ts";
import type { Log } from "../log.ts";
import type { SmsSender } from "./port.ts";

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
 * certainly sent nothing; a retryable or ambiguous failure stays with the caller. To send each key at most once, wrap
 * this one, not the two in it: `smsOncePerKey(routedSms(…), ledger)`.
 */
export function routedSms({ india, elsewhere, log }: RoutedSmsOptions): SmsSender {
  return {
    async send(sms) {
      const [first, second] = sms.to.startsWith("+91") ? [india, elsewhere] : [elsewhere, india];
      try {
        return await first.send(sms);
      } catch (error) {
        if (!IntegrationError.isInstance(error) || !error.final) throw error;
        const { vendor, status, code } = error;
        log?.warn(
          { key: sms.key, vendor, status, code },
          "A text message was refused, the other vendor takes over",
        );
        return second.send(sms);
      }
    },
  };
}
