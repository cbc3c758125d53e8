import type { MessageInDoubt } from "@org/stores/doubts/port";
import Link from "next/link";
import { SubmitButton } from "../design/submit-button.tsx";
import { deliveriesPath, deliverySubject } from "./delivery-subject.ts";
import { channelNames, recipientNames } from "./delivery-words.ts";
import { resendMessage, settleMessage } from "./doubt-actions.ts";
import styles from "./operations.module.css";
import { ScrollTable } from "./scroll-table.tsx";
import { When } from "./when.tsx";

/** Messages in doubt, one a row, with what an operator can do about each. */
export function DoubtTable({ messages }: { messages: readonly MessageInDoubt[] }) {
  return (
    <ScrollTable label="Messages in doubt" columns={["Since", "Message", "Why nobody knows", "Decide"]}>
      {messages.map((message) => (
        <tr key={message.key} data-doubt={message.key}>
          <td className={styles.nowrap}>
            <When at={message.since} />
          </td>
          <td className={styles.error}>
            <MessageFacts message={message} />
          </td>
          <td className={styles.error}>{message.reason}</td>
          <td>
            <DoubtForms message={message} />
          </td>
        </tr>
      ))}
    </ScrollTable>
  );
}

function MessageFacts({ message }: { message: MessageInDoubt }) {
  const { key, workflow, recipient, channel, subject } = message;
  return (
    <>
      {workflow ?? "Known to the send ledger alone"}
      {recipient && channel && (
        <div>
          {recipientNames[recipient]}, {channelNames[channel]}
        </div>
      )}
      {subject !== undefined && deliverySubject.safeParse(subject).success && (
        <div>
          <Link href={deliveriesPath(subject)}>All messages about {subject}</Link>
        </div>
      )}
      <code className={styles.id}>{key}</code>
    </>
  );
}

function DoubtForms({ message: { key, runId } }: { message: MessageInDoubt }) {
  return (
    <div className={styles.decide}>
      <form action={settleMessage}>
        <input type="hidden" name="key" value={key} />
        <SubmitButton label="It arrived" pendingLabel="Booking it…" />
      </form>
      {runId === undefined ? (
        <p className="muted">What sent it is not kept: it cannot be sent again from here.</p>
      ) : (
        <details className={styles.discard}>
          <summary>Send it again…</summary>
          <form action={resendMessage}>
            <input type="hidden" name="key" value={key} />
            <p>If it did arrive, its reader gets it twice.</p>
            <button type="submit" className="button quiet">
              Send it again
            </button>
          </form>
        </details>
      )}
    </div>
  );
}
