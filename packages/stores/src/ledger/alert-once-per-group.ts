import type { AlertSender } from "@org/integrations/alerts/port";
import type { SendLedger } from "./port.ts";

export interface OncePerGroupOptions {
  ledger: SendLedger;
  /** The sender's name among several over one ledger, as `slack`. */
  channel: string;
  /** Milliseconds for which a group stays quiet after it was told; default 15 minutes. */
  window?: number;
}

const fifteenMinutes = 15 * 60 * 1000;

/**
 * Tells each group once in a window, across processes and crashes; a later alert of the group gets the first one's
 * result. Windows start at whole multiples of their length, so that all processes agree on them.
 */
export function alertOncePerGroup(
  alerts: AlertSender,
  { ledger, channel, window = fifteenMinutes }: OncePerGroupOptions,
): AlertSender {
  return {
    send(alert) {
      const windowStart = Math.floor(Date.parse(alert.at) / window) * window;
      const key = `alert:${channel}:${alert.group}:${new Date(windowStart).toISOString()}`;
      return ledger.once(key, () => alerts.send({ ...alert, key }));
    },
  };
}
