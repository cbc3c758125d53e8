import { waitingRegistrations } from "@org/commands/ten-ocean/verification/waiting-registrations";
import type { Metadata } from "next";
import { Notice } from "#src/portal/verification/notice.tsx";
import { ReviewCard } from "#src/portal/verification/review-card.tsx";
import { requireRole } from "#src/session/current-person.ts";
import { tenOcean } from "#src/stores.ts";

export const metadata: Metadata = { title: "Registrations" };

const incomplete =
  "Say why, in at most 500 characters, so that the applicant can be told. Nothing was changed.";

const outcomes = {
  verified: "Verified. They are told by email.",
  rejected: "Turned down. They are told why by email.",
  decided: "Nothing was changed: somebody decided before you.",
  lapsed: "Nothing was changed: nobody decided in two weeks, so it lapsed. They can ask again.",
  replaced: "Nothing was changed: they no longer ask for this.",
  "not-theirs": "There is no such registration for you to decide on.",
  invalid: incomplete,
  damaged: incomplete,
};

export default async function RegistrationsPage({
  searchParams,
}: PageProps<"/ten-ocean/admin/registrations">) {
  const reviewer = await requireRole("association-admin", "floor-captain");
  const [{ outcome }, waiting] = await Promise.all([
    searchParams,
    waitingRegistrations(tenOcean(), reviewer),
  ]);
  return (
    <div className="page narrow">
      <h1>Registrations</h1>
      {reviewer.role === "floor-captain" && <p>Those who say that they live on floor {reviewer.floor}.</p>}
      <Notice outcomes={outcomes} code={outcome} />
      {waiting.length === 0 && <p>Nobody is waiting.</p>}
      <ul className="stack">
        {waiting.map((review) => (
          <li key={review.resident.userId}>
            <ReviewCard {...review} />
          </li>
        ))}
      </ul>
    </div>
  );
}
