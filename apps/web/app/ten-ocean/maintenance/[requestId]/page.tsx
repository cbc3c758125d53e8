import { newEntryId } from "@org/commands/ten-ocean/maintenance/request-fields";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { LiveUpdates } from "#src/live/live-updates.tsx";
import { CommentForm, ConfirmForm, ReopenForm, WithdrawForm } from "#src/portal/maintenance/answer-forms.tsx";
import { type FoundRequest, findRequestFor } from "#src/portal/maintenance/find-request.ts";
import { nextStep } from "#src/portal/maintenance/next-step.ts";
import { StatusMark } from "#src/portal/maintenance/request-card.tsx";
import { RequestHistory } from "#src/portal/maintenance/request-history.tsx";
import {
  categoryLabel,
  descriptionWords,
  numberOf,
  placeWords,
  priorityWords,
} from "#src/portal/maintenance/request-words.ts";
import { WorkPanel } from "#src/portal/maintenance/work-panel.tsx";
import { requireRole } from "#src/session/current-person.ts";
import styles from "./page.module.css";

export const metadata: Metadata = { title: "Repair", robots: { index: false } };

export default async function RequestPage({ params }: PageProps<"/ten-ocean/maintenance/[requestId]">) {
  const person = await requireRole("resident", "association-admin", "floor-captain");
  const { requestId } = await params;
  const found = await findRequestFor(person, requestId);
  if (!found) notFound();
  const { request, rights, entries, assignee, version, settled } = found;
  const page = `/ten-ocean/maintenance/${requestId}` as const;
  const isOpen = request.status !== "resolved" && request.status !== "closed";
  return (
    <div className="page narrow">
      <Summary {...found} />
      <p className="notice" role="status">
        {nextStep(request, assignee)}
      </p>
      {request.status === "resolved" && <Answer {...found} />}
      {isOpen && rights.work && <WorkPanel request={request} rights={rights} />}
      <RequestHistory entries={entries} settled={settled} page={page} />
      {!settled && (rights.own || rights.work) && (
        <CommentForm requestId={requestId} entryId={newEntryId()} />
      )}
      {isOpen && rights.own && <WithdrawForm requestId={requestId} />}
      <LiveUpdates url={`${page}/progress`} version={version} settled={settled} />
    </div>
  );
}

function Summary({ request, unit, reporter, assignee }: FoundRequest) {
  const { category, priority, status } = request;
  return (
    <>
      <h1>
        {numberOf(request)} {categoryLabel(category)}
      </h1>
      <p className={styles.facts}>
        <StatusMark status={status} />
        <span>{placeWords(request, unit?.label)}</span>
        <span>Priority: {priorityWords[priority].label.toLowerCase()}</span>
        <span>Reported by {reporter}</span>
        <span>{assignee ? `In charge: ${assignee}` : "Nobody is in charge yet"}</span>
      </p>
      <p className={styles.description}>{descriptionWords(request)}</p>
    </>
  );
}

/** The tenant's answer to a repair; an admin or captain may open it again for them. */
function Answer({ request: { requestId }, rights }: FoundRequest) {
  if (!rights.own && !rights.manage) return null;
  return (
    <section className="card" aria-labelledby="answer">
      <h2 id="answer">Is it fixed?</h2>
      {rights.own && <ConfirmForm requestId={requestId} />}
      <div className="after-card">
        <ReopenForm requestId={requestId} entryId={newEntryId()} />
      </div>
    </section>
  );
}
