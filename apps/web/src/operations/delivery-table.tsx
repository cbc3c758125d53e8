import type { RecordedDelivery } from "@org/stores/deliveries/port";
import { channelNames, recipientNames } from "./delivery-words.ts";
import styles from "./operations.module.css";
import { ScrollRegion } from "./scroll-region.tsx";
import { StatusMark } from "./status-mark.tsx";
import { When } from "./when.tsx";

/** What became of messages, one a row; whom they went to shows as a role only. */
export function DeliveryTable({ deliveries }: { deliveries: readonly RecordedDelivery[] }) {
  return (
    <ScrollRegion label="Messages">
      <table className={`${styles.table} ${styles.blocks}`}>
        <thead>
          <tr>
            <th scope="col">When</th>
            <th scope="col">Workflow</th>
            <th scope="col">To</th>
            <th scope="col">Outcome</th>
          </tr>
        </thead>
        <tbody>
          {deliveries.map(({ key, recordedAt, workflow, recipient, channel, report, ...outcome }) => (
            <tr
              key={key}
              data-delivery={`${workflow} ${channel} ${outcome.status}`}
              data-report={report?.state}
            >
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
        </tbody>
      </table>
    </ScrollRegion>
  );
}
