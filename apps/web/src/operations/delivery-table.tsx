import type { RecordedDelivery } from "@org/stores/deliveries/port";
import { channelNames, recipientNames } from "./delivery-words.ts";
import styles from "./operations.module.css";
import { ScrollTable } from "./scroll-table.tsx";
import { StatusMark } from "./status-mark.tsx";
import { When } from "./when.tsx";

/** What became of messages, one a row; whom they went to shows as a role only. */
export function DeliveryTable({ deliveries }: { deliveries: readonly RecordedDelivery[] }) {
  return (
    <ScrollTable label="Messages" columns={["When", "Workflow", "To", "Outcome"]} blocks>
      {deliveries.map(({ key, recordedAt, workflow, recipient, channel, report, ...outcome }) => (
        <tr key={key} data-delivery={`${workflow} ${channel} ${outcome.status}`} data-report={report?.state}>
          <td className={styles.nowrap}>
            <When at={recordedAt} />
          </td>
          <td>{workflow}</td>
          <td>
            {recipientNames[recipient]}, {channelNames[channel]}
          </td>
          <td className={styles.error}>
            <StatusMark status={report?.state ?? outcome.status} /> {outcome.reason}
            {report && <When at={report.at} />}{" "}
            {outcome.messageId !== undefined && <code className={styles.id}>{outcome.messageId}</code>}
          </td>
        </tr>
      ))}
    </ScrollTable>
  );
}
