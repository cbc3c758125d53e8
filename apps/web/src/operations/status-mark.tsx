import type { DeadLetterStatus } from "@org/stores/dead-letters/port";
import type { DeliveryStatus } from "@org/stores/deliveries/port";
import styles from "./operations.module.css";

const words: Record<DeadLetterStatus | DeliveryStatus, string> = {
  open: "Open",
  replayed: "Replayed",
  discarded: "Discarded",
  sent: "Sent",
  failed: "Failed",
  unknown: "Not certain",
};

export function StatusMark({ status }: { status: DeadLetterStatus | DeliveryStatus }) {
  return (
    <span className={styles.status} data-status={status}>
      {words[status]}
    </span>
  );
}
