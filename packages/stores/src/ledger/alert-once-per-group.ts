import type { AlertSender } from "@org/integrations/alerts/port";
import type { SendLedger } from "./port.ts";

export interface OncePerGroupOptions {
  ledger: SendLedger;
  /** The sender's name among several over one ledger, as `slack`. */
  channel: string;
  /** Milliseconds for which a group stays quiet after it was told; default 15 minutes. */
  window?: number;
  /** Milliseconds since 1970. */
  now?: () => number;
}

const fifteenMinutes = 15 * 60 * 1000;

/**
 * Tells each group once in a window, across processes and crashes; a later alert of the group gets the first one's
 * result. Windows start at whole multiples of their length, so that all processes agree on them.
 */
export function alertOncePerGroup(
  alerts: AlertSender,
  { ledger, channel, window = fifteenMinutes, now = Date.now }: OncePerGroupOptions,
): AlertSender {
  return {
    send(alert) {
      const happenedAt = alert.at === undefined ? now() : Date.parse(alert.at);
      const windowStart = Math.floor(happenedAt / window) * window;
      const key = `alert:${channel}:${alert.group}:${new Date(windowStart).toISOString()}`;
      return ledger.once(key, () => alerts.send({ ...alert, key }));
    },
  };
}
