import type { AlertSender } from "@org/integrations/alerts/port";
import { evenTurns, type PaceClock, type Turn } from "./turns.ts";
import { type VendorLimits, vendorLimits } from "./vendor-limits.ts";

/** The turns of all alerts that this process sends: several functions alert, and a channel takes one message a second. */
export function alertTurns(limits: Partial<VendorLimits> = {}, clock?: PaceClock): Turn {
  return evenTurns(limits.alerts ?? vendorLimits.alerts, clock);
}

/** Alerts that wait for their turn, as `pacedEmail` makes emails wait. */
export function pacedAlerts(alerts: AlertSender, turn: Turn): AlertSender {
  return {
    async send(alert) {
      await turn();
      return alerts.send(alert);
    },
  };
}
