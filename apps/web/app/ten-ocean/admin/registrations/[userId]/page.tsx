import { findReview } from "@org/commands/ten-ocean/verification/waiting-registrations";
import { userId as userIdSchema } from "@org/events/fields";
import type { Metadata } from "next";
import Link from "next/link";
import { cache } from "react";
import { fullName } from "#src/portal/verification/full-name.ts";
import { ReviewCard } from "#src/portal/verification/review-card.tsx";
import { requireRole } from "#src/session/current-person.ts";
import { tenOcean } from "#src/stores.ts";

type ReviewPageProps = PageProps<"/ten-ocean/admin/registrations/[userId]">;

export async function generateMetadata({ params }: ReviewPageProps): Promise<Metadata> {
  const review = await reviewOf((await params).userId);
  return { title: review ? `Registration of ${fullName(review.resident)}` : "Registration" };
}

/** What whoever is signed in decides on; asked for once for the page and its title. */
const reviewOf = cache(async (userId: string) => {
  const reviewer = await requireRole("association-admin", "floor-captain");
  return userIdSchema.safeParse(userId).success ? await findReview(tenOcean(), reviewer, userId) : undefined;
});

/** Where a reviewer's email leads: one registration or new unit, also after it was decided. */
export default async function ReviewPage({ params }: ReviewPageProps) {
  const review = await reviewOf((await params).userId);
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
