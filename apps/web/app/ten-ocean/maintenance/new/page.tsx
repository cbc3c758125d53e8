import { newRequestId } from "@org/commands/ten-ocean/maintenance/request-fields";
import type { Metadata } from "next";
import { ReportForm } from "#src/portal/maintenance/report-form.tsx";
import { requireRole } from "#src/session/current-person.ts";
import { tenOcean } from "#src/stores.ts";

export const metadata: Metadata = { title: "Report a repair", robots: { index: false } };

export default async function ReportPage() {
  const { id } = await requireRole("resident");
  const { residents, units } = tenOcean();
  const [resident, house] = await Promise.all([residents.get(id), units.list()]);
  const unit = house.find(({ unitId }) => unitId === resident?.unitId);
  return (
    <div className="page narrow">
      <h1>Report a repair</h1>
      <p>
        You get a number that you can say on the phone, and see on its page what becomes of it. In danger of
        life, call 911 first.
      </p>
      <ReportForm requestId={newRequestId()} unit={unit} />
    </div>
  );
}
