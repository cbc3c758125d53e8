import type { RecipientRole, RecordedDelivery } from "@org/stores/deliveries/port";
import styles from "./operations.module.css";
import { StatusMark } from "./status-mark.tsx";
import { When } from "./when.tsx";

const recipients: Record<RecipientRole, string> = {
  customer: "Customer",
  shopkeeper: "Shopkeeper",
  admin: "Admin",
  resident: "Resident",
};

const channels: Record<RecordedDelivery["channel"], string> = { email: "Email", sms: "SMS", push: "Push" };

/** What became of messages, one a row; whom they went to shows as a role only. */
export function DeliveryTable({ deliveries }: { deliveries: readonly RecordedDelivery[] }) {
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">When</th>
            <th scope="col">Workflow</th>
            <th scope="col">To</th>
            <th scope="col">Outcome</th>
          </tr>
        </thead>
        <tbody>
          {deliveries.map(({ key, recordedAt, workflow, recipient, channel, status, messageId, reason }) => (
            <tr key={key} data-delivery={`${workflow} ${channel} ${status}`}>
              <td className={styles.nowrap}>
                <When at={recordedAt} />
              </td>
              <td>{workflow}</td>
              <td>
                {recipients[recipient]}, {channels[channel]}
              </td>
              <td className={styles.error}>
                <StatusMark status={status} /> {reason}
                {messageId !== undefined && <code className={styles.id}>{messageId}</code>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
