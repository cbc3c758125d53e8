import { newEventId } from "@org/commands/ten-ocean/community/create-event";
import type { Metadata } from "next";
import { EventEditor } from "#src/portal/community/event-editor.tsx";
import { requireRole } from "#src/session/current-person.ts";

export const metadata: Metadata = { title: "Plan an event" };

export default async function NewEventPage() {
  await requireRole("association-admin", "floor-captain");
  return (
    <div className="page narrow">
      <h1>Plan an event</h1>
      <p>
        The residents are invited as soon as you send this form. Those who come are reminded a day and an hour
        before it starts.
      </p>
      <EventEditor eventId={newEventId()} values={{}} />
    </div>
  );
}
