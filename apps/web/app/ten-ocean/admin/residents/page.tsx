import { count } from "@org/commands/words";
import type { Resident, Unit } from "@org/stores/ten-ocean/port";
import type { Metadata } from "next";
import Link from "next/link";
import { fullName } from "#src/portal/verification/full-name.ts";
import { Notice } from "#src/portal/verification/notice.tsx";
import {
  queryOf,
  type ResidentView,
  readResidentView,
  residentsPerPage,
  searchOf,
} from "#src/portal/verification/resident-search.ts";
import { ResidentSearchForm } from "#src/portal/verification/resident-search-form.tsx";
import styles from "#src/portal/verification/residents.module.css";
import { standingNames } from "#src/portal/verification/standings.ts";
import { requireRole } from "#src/session/current-person.ts";
import { tenOcean } from "#src/stores.ts";

export const metadata: Metadata = { title: "Residents" };

const outcomes = {
  removed: "The account is deleted, and what is personal is being erased. They can register again.",
};

export default async function ResidentsPage({ searchParams }: PageProps<"/ten-ocean/admin/residents">) {
  const reviewer = await requireRole("association-admin", "floor-captain");
  const query = await searchParams;
  const view = readResidentView(query);
  const { residents, units } = tenOcean();
  const [{ residents: found, total }, house] = await Promise.all([
    residents.search(searchOf(view, reviewer)),
    units.list(),
  ]);
  const theirs =
    reviewer.role === "floor-captain" ? house.filter(({ floor }) => floor === reviewer.floor) : house;
  return (
    <div className="page narrow">
      <h1>Residents</h1>
      <Notice outcomes={outcomes} code={query.outcome} />
      {reviewer.role === "floor-captain" && <p>The people of floor {reviewer.floor}.</p>}
      <ResidentSearchForm view={view} units={theirs} />
      <p role="status" className="after-card">
        {total === 0
          ? "Nobody was found. Search for less, or for another status."
          : count(total, "person", "people")}
      </p>
      {found.length > 0 && (
        <ul className={`card ${styles.people}`}>
          {found.map((resident) => (
            <ResidentRow key={resident.userId} resident={resident} units={house} />
          ))}
        </ul>
      )}
      <Pages view={view} total={total} />
    </div>
  );
}

function ResidentRow({ resident, units }: { resident: Resident; units: readonly Unit[] }) {
  const { userId, email, standing } = resident;
  const unit = units.find(({ unitId }) => unitId === resident.unitId);
  return (
    <li>
      <h2>
        <Link href={`/ten-ocean/admin/residents/${userId}`}>{fullName(resident)}</Link>
      </h2>
      <p className="muted">
        {standingNames[standing]} · {unit ? `unit ${unit.label}` : "no unit"} · {email}
      </p>
    </li>
  );
}

function Pages({ view, total }: { view: ResidentView; total: number }) {
  const pages = Math.ceil(total / residentsPerPage);
  if (pages < 2) return null;
  const to = (page: number) => `/ten-ocean/admin/residents?${queryOf(view, page)}` as const;
  return (
    <nav aria-label="Pages" className="after-card">
      {view.page > 1 && <Link href={to(view.page - 1)}>Previous</Link>} Page {view.page} of {pages}{" "}
      {view.page < pages && <Link href={to(view.page + 1)}>Next</Link>}
    </nav>
  );
}
