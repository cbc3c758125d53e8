import { mayDecide } from "@org/commands/ten-ocean/verification/waiting-registrations";
import { userId as userIdSchema } from "@org/events/fields";
import type { Metadata } from "next";
import Link from "next/link";
import { cache } from "react";
import { formatDayTime } from "#src/portal/building-time.ts";
import { fullName } from "#src/portal/verification/full-name.ts";
import { Notice } from "#src/portal/verification/notice.tsx";
import { RemoveResidentForm } from "#src/portal/verification/removal-forms.tsx";
import { StandingForms } from "#src/portal/verification/standing-forms.tsx";
import { standingNames } from "#src/portal/verification/standings.ts";
import { requireRole } from "#src/session/current-person.ts";
import { tenOcean } from "#src/stores.ts";

type ResidentPageProps = PageProps<"/ten-ocean/admin/residents/[userId]">;

export async function generateMetadata({ params }: ResidentPageProps): Promise<Metadata> {
  const { resident } = await residentOf((await params).userId);
  return { title: resident ? fullName(resident) : "Resident" };
}

/** As far as whoever is signed in looks after them; asked for once for the page and its title. */
const residentOf = cache(async (userId: string) => {
  const reviewer = await requireRole("association-admin", "floor-captain");
  const { residents, units } = tenOcean();
  const [resident, house] = await Promise.all([
    userIdSchema.safeParse(userId).success ? residents.get(userId) : undefined,
    units.list(),
  ]);
  const unit = house.find(({ unitId }) => unitId === resident?.unitId);
  return { reviewer, unit, resident: mayDecide(reviewer, unit) ? resident : undefined };
});

const outcomes = {
  resident: "They are a resident again. They are told by email, and can sign in.",
  alumni: "They moved out. They were signed out, and are told by email.",
  suspended: "They are suspended. They were signed out, and are told by email.",
  unchanged: "Nothing was changed: that is their status already.",
  "not-verified": "Nothing was changed: nobody has verified them. Decide on their registration first.",
  "unknown-resident": "There is no such resident. They may have been removed.",
  damaged: "This form is out of date or damaged. Nothing was changed.",
};

export default async function ResidentPage({ params, searchParams }: ResidentPageProps) {
  const [{ userId }, { outcome }] = await Promise.all([params, searchParams]);
  const { reviewer, unit, resident } = await residentOf(userId);
  return (
    <div className="page narrow">
      <h1>{resident ? fullName(resident) : "Resident"}</h1>
      <Notice outcomes={outcomes} code={outcome} />
      {resident ? (
        <>
          <dl className="card facts">
            <dt>Status</dt>
            <dd>{standingNames[resident.standing]}</dd>
            <dt>Unit</dt>
            <dd>{unit ? `${unit.label}, floor ${unit.floor}` : "None named"}</dd>
            <dt>Email</dt>
            <dd>
              <a href={`mailto:${resident.email}`}>{resident.email}</a>
            </dd>
            <dt>Phone</dt>
            <dd>{resident.phone ?? "None given"}</dd>
            <dt>Registered</dt>
            <dd>{formatDayTime(resident.registeredAt)}</dd>
          </dl>
          {reviewer.role === "association-admin" && (
            <>
              <StandingForms resident={resident} />
              {resident.standing !== "resident" && (
                <RemoveResidentForm userId={resident.userId} name={fullName(resident)} />
              )}
            </>
          )}
        </>
      ) : (
        <p>There is no such resident for you to look at.</p>
      )}
      <p className="after-card">
        <Link href="/ten-ocean/admin/residents">All residents</Link>
      </p>
    </div>
  );
}
