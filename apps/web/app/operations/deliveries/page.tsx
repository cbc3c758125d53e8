import type { Metadata } from "next";
import Link from "next/link";
import { cascadePath } from "#src/operations/cascade/cascade-path.ts";
import { readDeliverySubject } from "#src/operations/delivery-subject.ts";
import { DeliveryTable } from "#src/operations/delivery-table.tsx";
import styles from "#src/operations/operations.module.css";
import { requireRole } from "#src/session/current-person.ts";
import { mohallaMart, operations } from "#src/stores.ts";

export const metadata: Metadata = { title: "Messages" };

/** More than anyone reads about one order or person. */
const mostShown = 200;

export default async function DeliveriesPage({ searchParams }: PageProps<"/operations/deliveries">) {
  await requireRole("admin");
  const asked = [(await searchParams).subject].flat()[0];
  const read = asked === undefined ? undefined : await readDeliverySubject(asked, mohallaMart().orders);
  const subject = read && "subject" in read ? read.subject : undefined;
  return (
    <div className="page">
      <h1>What became of the messages</h1>
      <form className={styles.filter}>
        <div className="field">
          <label htmlFor="subject">About which order or person</label>
          <span className="field-hint" id="subject-hint">
            An order’s number, or an id.
          </span>
          <input
            id="subject"
            name="subject"
            defaultValue={asked}
            required
            maxLength={80}
            aria-describedby="subject-hint"
          />
        </div>
        <button type="submit" className="button quiet">
          Show
        </button>
      </form>
      {read && "mistake" in read && <p className="notice bad">{read.mistake}</p>}
      {subject !== undefined && <DeliveriesOf subject={subject} />}
    </div>
  );
}

async function DeliveriesOf({ subject }: { subject: string }) {
  const deliveries = await operations().deliveries.list({ subject, limit: mostShown });
  const followed = (
    <p>
      <Link href={cascadePath(subject)}>All that followed from {subject}</Link>
    </p>
  );
  if (deliveries.length === 0)
    return (
      <>
        <p className="notice">No message about {subject} is known.</p>
        {followed}
      </>
    );
  return (
    <>
      {followed}
      {deliveries.length === mostShown && <p>These are the latest {mostShown}.</p>}
      <DeliveryTable deliveries={deliveries} />
    </>
  );
}
