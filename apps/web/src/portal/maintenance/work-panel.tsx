import { toBuildingTime } from "@org/commands/ten-ocean/building-time";
import type { RequestRights } from "@org/commands/ten-ocean/maintenance/request-access";
import { workStatuses } from "@org/commands/ten-ocean/maintenance/update-request";
import type { MaintenanceRequest } from "@org/stores/ten-ocean/port";
import { tenOcean } from "../../stores.ts";
import { AssignForm, ChangeForm, ResolveForm } from "./work-forms.tsx";
import styles from "./work-panel.module.css";

interface WorkPanelProps {
  request: MaintenanceRequest;
  rights: RequestRights;
  className?: string | undefined;
}

/** What whoever looks after an open request can do with it. */
export async function WorkPanel({ request, rights, className = "" }: WorkPanelProps) {
  const { requestId, assigneeId, status, priority, scheduledFor } = request;
  const values = { status, priority, scheduledFor: scheduledFor ? toBuildingTime(scheduledFor) : "" };
  return (
    <section className={`stack ${styles.work} ${className}`} aria-labelledby="work">
      <h2 id="work">Look after it</h2>
      {rights.manage && (
        <AssignForm
          key={assigneeId}
          requestId={requestId}
          assigneeId={assigneeId}
          members={await assignableMembers()}
        />
      )}
      <ChangeForm
        key={Object.values(values).join()}
        requestId={requestId}
        values={values}
        statuses={workStatuses}
      />
      <ResolveForm requestId={requestId} />
    </section>
  );
}

async function assignableMembers() {
  const { admins, residents } = tenOcean();
  const [board, house] = await Promise.all([admins.list(), residents.list({ standing: "resident" })]);
  const people = house.map(({ userId, firstName, lastName }) => ({
    id: userId,
    name: [firstName, lastName].filter(Boolean).join(" "),
  }));
  return [
    { group: "The board", people: board.map(({ adminId, name }) => ({ id: adminId, name })) },
    { group: "Residents", people: people.toSorted((a, b) => a.name.localeCompare(b.name)) },
  ];
}
