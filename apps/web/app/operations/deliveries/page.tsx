import type { Metadata } from "next";
import Link from "next/link";
import { cascadePath } from "#src/operations/cascade/cascade-path.ts";
import { readDeliverySubject } from "#src/operations/delivery-subject.ts";
import { DeliveryTable } from "#src/operations/delivery-table.tsx";
import { SubjectForm } from "#src/operations/subject-form.tsx";
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
      <SubjectForm name="subject" label="About which order or person" asked={asked} maxLength={80} />
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
