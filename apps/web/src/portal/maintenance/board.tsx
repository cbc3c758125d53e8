import type { RequestPerson } from "@org/commands/ten-ocean/maintenance/request-access";
import type { MaintenanceRequest, RequestFilter, RequestStatus, Unit } from "@org/stores/ten-ocean/port";
import Link from "next/link";
import { tenOcean } from "../../stores.ts";
import styles from "./board.module.css";
import { type BoardFilter, boardHref, statusesOfBoard } from "./board-query.ts";
import { namesOf } from "./member-names.ts";
import { RequestCard } from "./request-card.tsx";
import { statusWords } from "./request-words.ts";

interface BoardProps {
  person: RequestPerson;
  filter: BoardFilter | undefined;
  /** One status in full, a page of it behind a request. */
  only?: { status: RequestStatus; after?: string };
}

const perColumn = 10;
const perPage = 30;

/** The requests that somebody looks after, by status: columns where there is room for them, one below the other else. */
export async function Board({ person, filter, only }: BoardProps) {
  const units = await tenOcean().units.list();
  const statuses = only ? [only.status] : statusesOfBoard;
  const size = only ? perPage : perColumn;
  const columns = await Promise.all(
    statuses.map(async (status) => ({
      status,
      found: await find(person, filter, { status, size, after: only?.after }),
    })),
  );
  const shown = columns.flatMap(({ found }) => found.slice(0, size));
  const names = await namesOf(shown.map(({ assigneeId }) => assigneeId));
  if (shown.length === 0 && !only?.after) return <Empty filter={filter} />;
  return (
    <div className={only ? styles.single : styles.board}>
      {columns.map(({ status, found }) => (
        <Column
          key={status}
          {...{ status, found, filter, size, units, names }}
          isWhole={only !== undefined}
        />
      ))}
    </div>
  );
}

function find(
  person: RequestPerson,
  filter: BoardFilter | undefined,
  { status, size, after }: { status: RequestStatus; size: number; after: string | undefined },
): Promise<MaintenanceRequest[]> {
  const seen: RequestFilter =
    person.role === "floor-captain" ? { seenBy: { floor: person.floor, memberId: person.id } } : {};
  const order = status === "closed" ? "newest" : "urgency";
  return tenOcean().maintenance.list({
    ...seen,
    ...{ status, order, after, limit: size + 1 },
    ...(filter === "mine" && { assigneeId: person.id }),
    ...(filter === "unassigned" && { unassigned: true }),
    ...(filter === "urgent" && { priority: "urgent" }),
  });
}

interface ColumnProps {
  status: RequestStatus;
  /** One more than are shown, when there are more. */
  found: MaintenanceRequest[];
  filter: BoardFilter | undefined;
  size: number;
  units: readonly Unit[];
  names: ReadonlyMap<string, string>;
  isWhole: boolean;
}

function Column({ status, found, filter, size, units, names, isWhole }: ColumnProps) {
  const shown = found.slice(0, size);
  const last = shown.at(-1)?.requestId;
  const more = boardHref({ filter, status, after: isWhole ? last : undefined });
  return (
    <section aria-labelledby={`column-${status}`} className={styles.column} data-column={status}>
      <h2 id={`column-${status}`} className={styles.heading}>
        {statusWords[status]} <span className="muted">{found.length > size ? `${size}+` : found.length}</span>
      </h2>
      {shown.length === 0 && <p className="muted">None.</p>}
      <ul className={styles.requests}>
        {shown.map((request) => (
          <RequestCard
            key={request.requestId}
            request={request}
            unit={units.find(({ unitId }) => unitId === request.unitId)?.label}
            assignee={names.get(request.assigneeId ?? "")}
            inColumn
          />
        ))}
      </ul>
      {found.length > size && (
        <p>
          <Link href={more}>
            {isWhole ? "Further ones" : `All that are ${statusWords[status].toLowerCase()}`}
          </Link>
        </p>
      )}
    </section>
  );
}

function Empty({ filter }: { filter: BoardFilter | undefined }) {
  const sentence = {
    mine: "You are in charge of none.",
    unassigned: "Somebody is in charge of each of them.",
    urgent: "None is urgent.",
  };
  return <p className="card">{filter ? sentence[filter] : "Nobody has reported a repair yet."}</p>;
}
