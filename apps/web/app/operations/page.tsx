import type { Metadata } from "next";
import { DoubtsCard } from "#src/operations/doubts-card.tsx";
import { ElsewhereCard } from "#src/operations/elsewhere-card.tsx";
import { OpenLettersCard } from "#src/operations/open-letters-card.tsx";
import styles from "#src/operations/operations.module.css";
import { resendEvent } from "#src/operations/outbox-actions.ts";
import { OutboxCard } from "#src/operations/outbox-card.tsx";
import { isOutboxNotice } from "#src/operations/outbox-paths.ts";
import { requireRole } from "#src/session/current-person.ts";
import { operations } from "#src/stores.ts";

export const metadata: Metadata = { title: "Operations" };

export default async function OperationsPage({ searchParams }: PageProps<"/operations">) {
  await requireRole("admin");
  const notice = [(await searchParams).event].flat()[0];
  const { deadLetters, doubts, outbox } = operations();
  const [open, state, inDoubt] = await Promise.all([
    deadLetters.openByWorkflow(),
    outbox.state(),
    doubts.count(),
  ]);
  return (
    <div className="page">
      <h1>Operations</h1>
      <div className={styles.cards}>
        <OpenLettersCard open={open} />
        <div className={styles.side}>
          <DoubtsCard inDoubt={inDoubt} />
          <OutboxCard
            state={state}
            resend={resendEvent}
            notice={isOutboxNotice(notice) ? notice : undefined}
          />
          <ElsewhereCard />
        </div>
      </div>
    </div>
  );
}
