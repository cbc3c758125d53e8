import type { SentSms, Sms, SmsSender } from "@org/integrations/sms/port";
import type { SendLedger, Trace } from "./port.ts";

/**
 * A sender that gives each key to the vendor at most once, also across crashes and retries. When an earlier call's
 * outcome is unknown, the vendor is asked, where it can be.
 */
export function smsOncePerKey(sms: SmsSender, ledger: SendLedger): SmsSender {
  return {
    send: (message) =>
      ledger.once(message.key, () => sms.send(message), {
        find: (since) => traceOf(sms, message, since),
      }),
  };
}

async function traceOf(sms: SmsSender, message: Sms, since: string): Promise<Trace<SentSms>> {
  const trace = (await sms.find?.(message, since)) ?? { state: "unknown" };
  return trace.state === "taken" ? { state: "taken", result: { messageId: trace.messageId } } : trace;
}
