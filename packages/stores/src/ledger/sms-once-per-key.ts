import type { SmsSender } from "@org/integrations/sms/port";
import type { SendLedger } from "./port.ts";

/** A sender that gives each key to the vendor at most once, also across crashes and retries. */
export function smsOncePerKey(sms: SmsSender, ledger: SendLedger): SmsSender {
  return { send: (message) => ledger.once(message.key, () => sms.send(message)) };
}
