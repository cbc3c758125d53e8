import type { ReportedState } from "@org/integrations/delivery-reports/port";
import type { DeadLetterStatus } from "@org/stores/dead-letters/port";
import type { DeliveryStatus } from "@org/stores/deliveries/port";
import styles from "./operations.module.css";

const words: Record<Status, string> = {
  open: "Open",
  replayed: "Replayed",
  discarded: "Discarded",
  sent: "Sent",
  failed: "Failed",
  unknown: "Not certain",
  delivered: "Delivered",
  undelivered: "Not delivered",
  bounced: "Bounced",
  "opted-out": "Opted out",
  complained: "Called spam",
};

type Status = DeadLetterStatus | DeliveryStatus | ReportedState;

export function StatusMark({ status }: { status: Status }) {
  return (
    <span className={styles.status} data-status={status}>
      {words[status]}
    </span>
  );
}
