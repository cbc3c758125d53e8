import type { Metadata } from "next";
import { toValues } from "#src/portal/notifications/preference-entries.ts";
import { PreferencesForm } from "#src/portal/notifications/preferences-form.tsx";
import { requireRole } from "#src/session/current-person.ts";
import { tenOcean } from "#src/stores.ts";

export const metadata: Metadata = { title: "How you hear of things" };

export default async function PreferencesPage({ searchParams }: PageProps<"/ten-ocean/profile/preferences">) {
  const { id } = await requireRole("resident");
  const [{ saved }, preferences] = await Promise.all([searchParams, tenOcean().preferences.get(id)]);
  return (
    <div className="page narrow">
      <h1>How you hear of things</h1>
      {saved !== undefined && (
        <p className="notice" role="status">
          Saved. It holds from the next message on.
        </p>
      )}
      <p>
        Whatever you choose, you find everything under Notifications here in the portal. Decisions about your
        registration and emergencies in the building, such as a burst pipe, reach you by email and on your
        phone even when you turn everything off.
      </p>
      <PreferencesForm values={toValues(preferences)} />
    </div>
  );
}
