import { newEntryId } from "@org/commands/ten-ocean/maintenance/request-fields";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { LiveUpdates } from "#src/live/live-updates.tsx";
import { CommentForm, ConfirmForm, ReopenForm, WithdrawForm } from "#src/portal/maintenance/answer-forms.tsx";
import { type FoundRequest, findRequestFor } from "#src/portal/maintenance/find-request.ts";
import { nextStep } from "#src/portal/maintenance/next-step.ts";
import { StatusMark } from "#src/portal/maintenance/request-card.tsx";
import { RequestHistory } from "#src/portal/maintenance/request-history.tsx";
import {
  descriptionWords,
  placeWords,
  priorityWords,
  titleOf,
} from "#src/portal/maintenance/request-words.ts";
import { WorkPanel } from "#src/portal/maintenance/work-panel.tsx";
import { requireRole } from "#src/session/current-person.ts";
import styles from "./page.module.css";

type RequestPageProps = PageProps<"/ten-ocean/maintenance/[requestId]">;

export async function generateMetadata({ params }: RequestPageProps): Promise<Metadata> {
  const found = await requestOf((await params).requestId);
  return { title: found ? titleOf(found.request) : "Repair", robots: { index: false } };
}

/** As whoever is signed in may see it; asked for once for the page and its title. */
const requestOf = cache(async (requestId: string) =>
  findRequestFor(await requireRole("resident", "association-admin", "floor-captain"), requestId),
);

export default async function RequestPage({ params }: RequestPageProps) {
  const { requestId } = await params;
  const found = await requestOf(requestId);
  if (!found) notFound();
  const { request, rights, entries, assignee, version, settled } = found;
  const page = `/ten-ocean/maintenance/${requestId}` as const;
  const isOpen = request.status !== "resolved" && request.status !== "closed";
  const works = isOpen && rights.work;
  return (
    <div className={works ? `page ${styles.worked}` : "page narrow"}>
      <div>
        <Summary {...found} />
        <p className="notice" role="status">
          {nextStep(request, assignee)}
        </p>
        {request.status === "resolved" && <Answer {...found} />}
      </div>
      {works && <WorkPanel request={request} rights={rights} className={styles.work} />}
      <div className={styles.rest}>
        <RequestHistory entries={entries} settled={settled} page={page} />
        {!settled && (rights.own || rights.work) && (
          <CommentForm requestId={requestId} entryId={newEntryId()} />
        )}
        {isOpen && rights.own && <WithdrawForm requestId={requestId} />}
      </div>
      <LiveUpdates url={`${page}/progress`} version={version} settled={settled} />
    </div>
  );
}

function Summary({ request, unit, reporter, assignee }: FoundRequest) {
  const { priority, status } = request;
  return (
    <>
      <h1>{titleOf(request)}</h1>
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
