import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { Timeline } from "#src/design/timeline.tsx";
import { LiveUpdates } from "#src/live/live-updates.tsx";
import { formatDayTime } from "#src/portal/building-time.ts";
import { findRegistration } from "#src/portal/verification/find-registration.ts";
import { RegisterAgainForm } from "#src/portal/verification/register-again-form.tsx";
import { currentRegistrationAccess } from "#src/portal/verification/registration-reader.ts";
import { tenOcean } from "#src/stores.ts";

export const metadata: Metadata = { title: "Your registration", robots: { index: false } };

export default async function RegistrationPage({ params }: PageProps<"/ten-ocean/residents/[userId]">) {
  const { userId } = await params;
  const access = await currentRegistrationAccess(userId);
  if (!access) notFound();
  const [found, units] = await Promise.all([findRegistration(userId), tenOcean().units.list()]);
  if (!found) notFound();
  const { resident, mayAskAgain, steps, version, settled } = found;
  const { firstName, lastName, unitId = "" } = resident;
  const page = `/ten-ocean/residents/${userId}` as const;
  return (
    <div className="page narrow">
      <h1>{access.as === "office" ? `The registration of ${firstName}` : `Thank you, ${firstName}`}</h1>
      <p>This page shows where your registration is. The link in our emails opens it in any browser.</p>
      <Timeline
        title="Your registration"
        steps={steps}
        settled={settled}
        page={page}
        times={{ time: formatDayTime }}
      />
      {resident.standing === "resident" && (
        <p className="after-card">
          <Link className="button" href="/ten-ocean/sign-in">
            Sign in
          </Link>
        </p>
      )}
      {mayAskAgain && access.as !== "office" && (
        <RegisterAgainForm userId={userId} values={{ firstName, lastName, unitId }} units={units} />
      )}
      <LiveUpdates
        url={`${page}/progress`}
        version={version}
        settled={settled}
        says={{ following: "It changes by itself as soon as an admin has decided.", settled: "" }}
      />
    </div>
  );
}
