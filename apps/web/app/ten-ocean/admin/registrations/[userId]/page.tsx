import { findReview } from "@org/commands/ten-ocean/verification/waiting-registrations";
import { userId as userIdSchema } from "@org/events/fields";
import type { Metadata } from "next";
import Link from "next/link";
import { ReviewCard } from "#src/portal/verification/review-card.tsx";
import { requireRole } from "#src/session/current-person.ts";
import { tenOcean } from "#src/stores.ts";

export const metadata: Metadata = { title: "Registration" };

/** Where a reviewer's email leads: one registration or new unit, also after it was decided. */
export default async function ReviewPage({ params }: PageProps<"/ten-ocean/admin/registrations/[userId]">) {
  const reviewer = await requireRole("association-admin", "floor-captain");
  const { userId } = await params;
  const review = userIdSchema.safeParse(userId).success
    ? await findReview(tenOcean(), reviewer, userId)
    : undefined;
  return (
    <div className="page narrow">
      <h1>{review?.verification.purpose === "move" ? "New unit" : "Registration"}</h1>
      {review ? <ReviewCard {...review} /> : <p>There is no such registration for you to decide on.</p>}
      <p className="after-card">
        <Link href="/ten-ocean/admin/registrations">All who are waiting</Link>
      </p>
    </div>
  );
}
