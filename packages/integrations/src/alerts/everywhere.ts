import { IntegrationError } from "../error.ts";
import type { Log } from "../log.ts";
import type { AlertSender } from "./port.ts";

/**
 * One sender over several. An alert counts as told when one of them took it, the others' failures go to the log; it
 * fails as the first one failed when none took it.
 */
export function alertsEverywhere(senders: readonly AlertSender[], log: Log): AlertSender {
  return {
    async send(alert) {
      const outcomes = await Promise.allSettled(senders.map((sender) => sender.send(alert)));
      const failures = outcomes
        .filter((outcome) => outcome.status === "rejected")
        .map(({ reason }) => reason);
      const told = outcomes.find((outcome) => outcome.status === "fulfilled");
      if (!told) throw failures[0];
      for (const failure of failures) {
        const known = IntegrationError.isInstance(failure) ? failure : undefined;
        const fields = { group: alert.group, vendor: known?.vendor, kind: known?.kind, code: known?.code };
        log.warn(fields, "An alert went only through the other channels");
      }
      return told.value;
    },
  };
}
