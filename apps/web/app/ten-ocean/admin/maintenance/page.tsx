import { rightsOf } from "@org/commands/ten-ocean/maintenance/request-access";
import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import styles from "#src/portal/maintenance/board.module.css";
import { Board } from "#src/portal/maintenance/board.tsx";
import {
  type BoardQuery,
  boardFilters,
  boardHref,
  readBoardQuery,
} from "#src/portal/maintenance/board-query.ts";
import { parseNumber, statusWords } from "#src/portal/maintenance/request-words.ts";
import { requireRole } from "#src/session/current-person.ts";
import { tenOcean } from "#src/stores.ts";

export const metadata: Metadata = { title: "Repairs board", robots: { index: false } };

type Person = Awaited<ReturnType<typeof requireBoardMember>>;

const requireBoardMember = () => requireRole("association-admin", "floor-captain");

export default async function BoardPage({ searchParams }: PageProps<"/ten-ocean/admin/maintenance">) {
  const person = await requireBoardMember();
  const parameters = await searchParams;
  const { filter, status, after } = readBoardQuery(parameters);
  const typed = typeof parameters.number === "string" ? parameters.number : undefined;
  if (typed !== undefined) {
    const requestId = await findByNumber(person, typed);
    if (requestId !== undefined) redirect(`/ten-ocean/maintenance/${requestId}`);
  }
  return (
    <div className="page">
      <h1>Repairs board</h1>
      {person.role === "floor-captain" && (
        <p>Floor {person.floor}, and whatever you were put in charge of.</p>
      )}
      {typed !== undefined && (
        <p className="notice" role="status">
          There is no request of that number for you. Enter it as 1042 or #1042.
        </p>
      )}
      <NumberSearch />
      <FilterLinks filter={filter} status={status} />
      {status && (
        <p>
          Only those that are {statusWords[status].toLowerCase()}.{" "}
          <Link href={boardHref({ filter })}>The whole board</Link>
        </p>
      )}
      <Board person={person} filter={filter} only={status && { status, after }} />
    </div>
  );
}

function NumberSearch() {
  return (
    <search>
      <form action="/ten-ocean/admin/maintenance" className={styles.search}>
        <label>
          Number
          <input
            name="number"
            inputMode="numeric"
            autoComplete="off"
            required
            maxLength={12}
            placeholder="1042"
          />
        </label>
        <button type="submit" className="button">
          Open
        </button>
      </form>
    </search>
  );
}

function FilterLinks({ filter, status }: Pick<BoardQuery, "filter" | "status">) {
  return (
    <nav aria-label="Which requests" className={styles.filters}>
      {boardFilters.map(({ filter: each, label }) => (
        <Link
          key={label}
          href={boardHref({ filter: each, status })}
          aria-current={each === filter || undefined}
        >
          {label}
        </Link>
      ))}
    </nav>
  );
}

/** The id of the request of a number, when the person may see it. */
async function findByNumber(person: Person, typed: string): Promise<string | undefined> {
  const number = parseNumber(typed);
  const { maintenance, units } = tenOcean();
  const request = number === undefined ? undefined : await maintenance.findByNumber(number);
  if (!request) return undefined;
  const unit = (await units.list()).find(({ unitId }) => unitId === request.unitId);
  return rightsOf(person, request, unit).see ? request.requestId : undefined;
}
