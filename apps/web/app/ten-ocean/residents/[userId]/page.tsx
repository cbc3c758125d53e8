import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Timeline } from "#src/design/timeline.tsx";
import { LiveUpdates } from "#src/live/live-updates.tsx";
import { findRegistration } from "#src/portal/find-registration.ts";

export const metadata: Metadata = { title: "Your registration", robots: { index: false } };

export default async function RegistrationPage({ params }: PageProps<"/ten-ocean/residents/[userId]">) {
  const { userId } = await params;
  const found = await findRegistration(userId);
  if (!found) notFound();
  const { resident, steps, version, settled } = found;
  const page = `/ten-ocean/residents/${userId}` as const;
  return (
    <div className="page narrow">
      <h1>Thank you, {resident.firstName}</h1>
      <p>Keep this page&rsquo;s address: it always shows where your registration is.</p>
      <Timeline title="Your registration" steps={steps} settled={settled} page={page} />
      <LiveUpdates url={`${page}/progress`} version={version} settled={settled} />
    </div>
  );
}
