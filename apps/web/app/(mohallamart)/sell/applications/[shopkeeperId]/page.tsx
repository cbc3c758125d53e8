import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Timeline } from "#src/design/timeline.tsx";
import { LiveUpdates } from "#src/live/live-updates.tsx";
import { maySeeApplication } from "#src/selling/application-reader.ts";
import { findApplication } from "#src/selling/find-application.ts";

export const metadata: Metadata = { title: "Your application", robots: { index: false } };

export default async function ApplicationPage({ params }: PageProps<"/sell/applications/[shopkeeperId]">) {
  const { shopkeeperId } = await params;
  const found = (await maySeeApplication(shopkeeperId)) ? await findApplication(shopkeeperId) : undefined;
  if (!found) notFound();
  const { shop, steps, version, settled } = found;
  const page = `/sell/applications/${shopkeeperId}` as const;
  return (
    <div className="page narrow">
      <h1>{shop.name}</h1>
      <p>
        This page shows where your application is. In another browser, sign in with the address that you
        applied with, and open it there.
      </p>
      <Timeline title="Your application" steps={steps} settled={settled} page={page} />
      <LiveUpdates
        url={`${page}/progress`}
        version={version}
        settled={settled}
        says={{ following: "It changes by itself as soon as we have decided.", settled: "" }}
      />
    </div>
  );
}
