import type { MaintenanceRequest, Unit } from "@org/stores/ten-ocean/port";
import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { namedId } from "#src/http/typed-text.ts";
import { RequestCard } from "#src/portal/maintenance/request-card.tsx";
import { requireRole } from "#src/session/current-person.ts";
import { tenOcean } from "#src/stores.ts";

export const metadata: Metadata = { title: "Repairs", robots: { index: false } };

const perPage = 20;

export default async function MaintenancePage({ searchParams }: PageProps<"/ten-ocean/maintenance">) {
  const person = await requireRole("resident", "association-admin", "floor-captain");
  // Those who look after repairs have them on their board.
  if (person.role !== "resident") redirect("/ten-ocean/admin/maintenance");
  const { maintenance, units } = tenOcean();
  const behind = namedId((await searchParams).after);
  const [mine, common, entrusted, house] = await Promise.all([
    maintenance.list({ userId: person.id, order: "newest", after: behind, limit: perPage + 1 }),
    maintenance.list({ commonAreas: true, order: "newest", limit: 50 }),
    maintenance.list({ assigneeId: person.id, limit: 50 }),
    units.list(),
  ]);
  const open = (requests: MaintenanceRequest[]) =>
    requests.filter(({ status, userId }) => status !== "closed" && userId !== person.id);
  return (
    <div className="page narrow">
      <h1>Repairs</h1>
      <p>
        <Link href="/ten-ocean/maintenance/new" className="button">
          Report a repair
        </Link>
      </p>
      <h2>Your requests</h2>
      {mine.length === 0 && (
        <p className="card">
          {behind
            ? "There are no older ones."
            : "You have not reported anything. When something breaks, this is the place to say so."}
        </p>
      )}
      <Requests requests={mine.slice(0, perPage)} units={house} />
      {mine.length > perPage && (
        <p className="after-card">
          <Link href={`/ten-ocean/maintenance?after=${mine[perPage - 1]?.requestId}`}>Older requests</Link>
        </p>
      )}
      <Others title="You are in charge of" requests={open(entrusted)} units={house} />
      <Others title="Reported by others, in what everybody uses" requests={open(common)} units={house} />
    </div>
  );
}

interface RequestsProps {
  requests: MaintenanceRequest[];
  units: readonly Unit[];
}

function Requests({ requests, units }: RequestsProps) {
  return (
    <ul className="stack">
      {requests.map((request) => (
        <RequestCard
          key={request.requestId}
          request={request}
          unit={units.find(({ unitId }) => unitId === request.unitId)?.label}
        />
      ))}
    </ul>
  );
}

function Others({ title, ...list }: RequestsProps & { title: string }) {
  if (list.requests.length === 0) return null;
  return (
    <section className="after-card">
      <h2>{title}</h2>
      <Requests {...list} />
    </section>
  );
}
