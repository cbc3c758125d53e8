import type { Metadata } from "next";
import { DoubtsCard } from "#src/operations/doubts-card.tsx";
import { ElsewhereCard } from "#src/operations/elsewhere-card.tsx";
import { OpenLettersCard } from "#src/operations/open-letters-card.tsx";
import styles from "#src/operations/operations.module.css";
import { discardEvent, resendEvent } from "#src/operations/outbox-actions.ts";
import { OutboxCard } from "#src/operations/outbox-card.tsx";
import { isOutboxNotice } from "#src/operations/outbox-paths.ts";
import { SuppressedCard } from "#src/operations/suppressed-card.tsx";
import { beginOf } from "#src/operations/workflow-view.ts";
import { WorkflowsCard } from "#src/operations/workflows-card.tsx";
import { requireRole } from "#src/session/current-person.ts";
import { operations } from "#src/stores.ts";

export const metadata: Metadata = { title: "Operations" };

export default async function OperationsPage({ searchParams }: PageProps<"/operations">) {
  await requireRole("admin");
  const notice = [(await searchParams).event].flat()[0];
  const { deadLetters, doubts, measurements, outbox, suppressions } = operations();
  const [open, state, inDoubt, suppressed, measured] = await Promise.all([
    deadLetters.openByWorkflow(),
    outbox.state(),
    doubts.count(),
    suppressions.counts(),
    measurements.totals({ since: beginOf("day", Date.now()) }),
  ]);
  return (
    <div className="page">
      <h1>Operations</h1>
      <div className={styles.cards} data-calm={open.length === 0}>
        <OpenLettersCard open={open} />
        <div className={styles.side}>
          <DoubtsCard inDoubt={inDoubt} />
          <OutboxCard
            state={state}
            resend={resendEvent}
            discard={discardEvent}
            notice={isOutboxNotice(notice) ? notice : undefined}
          />
          <SuppressedCard suppressed={suppressed.reduce((sum, { count }) => sum + count, 0)} />
          <WorkflowsCard measured={measured} />
          <ElsewhereCard />
        </div>
      </div>
    </div>
  );
}
