import type { MaintenanceRequest } from "@org/stores/ten-ocean/port";
import Link from "next/link";
import { buildingMoment } from "./building-moment.ts";
import styles from "./request-card.module.css";
import {
  categoryLabel,
  descriptionWords,
  numberOf,
  placeWords,
  priorityWords,
  statusWords,
} from "./request-words.ts";

interface RequestCardProps {
  request: MaintenanceRequest;
  /** The label of its unit. */
  unit: string | undefined;
  /** Who is in charge. */
  assignee?: string;
  /** Whether what it stands under says its status. */
  inColumn?: boolean;
}

/** A request in a list: what it is called, where it stands, and the beginning of what is wrong. */
export function RequestCard({ request, unit, assignee, inColumn = false }: RequestCardProps) {
  const { requestId, category, priority, status, createdAt, scheduledFor } = request;
  return (
    <li className={`card ${styles.request}`} data-request={requestId} data-status={status}>
      <p className={styles.head}>
        <Link href={`/ten-ocean/maintenance/${requestId}`} className={styles.number}>
          {numberOf(request)}
          <span className="visually-hidden">, {categoryLabel(category)}</span>
        </Link>
        {!inColumn && <StatusMark status={status} />}
        {priority === "urgent" && <strong className={styles.urgent}>{priorityWords.urgent.label}</strong>}
      </p>
      <p className={styles.what}>
        {categoryLabel(category)}
        {"\u00a0"}· {placeWords(request, unit)}
      </p>
      <p className={styles.description}>{descriptionWords(request)}</p>
      <p className="muted">
        Reported <time dateTime={createdAt}>{buildingMoment(createdAt)}</time>
        {assignee && `, ${assignee} is in charge`}
        {scheduledFor && (
          <>
            , somebody comes <time dateTime={scheduledFor}>{buildingMoment(scheduledFor)}</time>
          </>
        )}
      </p>
    </li>
  );
}

export function StatusMark({ status }: Pick<MaintenanceRequest, "status">) {
  return (
    <span className={styles.status} data-status={status}>
      {statusWords[status]}
    </span>
  );
}
