import type { Metadata } from "next";
import { channelNames } from "#src/operations/delivery-words.ts";
import styles from "#src/operations/operations.module.css";
import { StatusMark } from "#src/operations/status-mark.tsx";
import { SuppressionForm } from "#src/operations/suppression-form.tsx";
import { requireRole } from "#src/session/current-person.ts";
import { operations } from "#src/stores.ts";

export const metadata: Metadata = { title: "Suppressed addresses" };

export default async function SuppressedAddressesPage({
  searchParams,
}: PageProps<"/operations/suppressed-addresses">) {
  await requireRole("admin");
  const { lifted } = await searchParams;
  const counts = await operations().suppressions.counts();
  return (
    <div className="page narrow">
      <h1>Suppressed addresses</h1>
      {lifted === "yes" && (
        <p className="notice" role="status">
          The address may be written to again.
        </p>
      )}
      <p>
        Nothing more is sent to an address that bounced for good, whose owner called a message spam, or who
        sent STOP. Which addresses these are is not kept in words: name one to let it be written to again.
      </p>
      {counts.length === 0 && <p className="notice">No address is suppressed.</p>}
      <div className={styles.stack}>
        <ul className={styles.failing}>
          {counts.map(({ channel, reason, count }) => (
            <li key={`${channel} ${reason}`} data-suppressed={`${channel} ${reason} ${count}`}>
              {channelNames[channel]}: {count} <StatusMark status={reason} />
            </li>
          ))}
        </ul>
        <SuppressionForm />
      </div>
    </div>
  );
}
