import { count } from "@org/commands/words";
import type { Metadata } from "next";
import Link from "next/link";
import { operationsCommands } from "#src/commands.ts";
import { deadLettersPath } from "#src/operations/dead-letter-view.ts";
import { ReplayPlan } from "#src/operations/replay-plan.tsx";
import { ReplaySelectionForm } from "#src/operations/replay-selection-form.tsx";
import { readReplayView, requestOf } from "#src/operations/replay-view.ts";
import { requireRole } from "#src/session/current-person.ts";
import { operations } from "#src/stores.ts";

export const metadata: Metadata = { title: "Replay many runs" };

export default async function ReplayPage({ searchParams }: PageProps<"/operations/dead-letters/replay">) {
  const { id: operatorId } = await requireRole("admin");
  const given = await searchParams;
  const view = readReplayView(given);
  const [open, plan] = await Promise.all([
    operations().deadLetters.openByWorkflow(),
    operationsCommands().replayRuns({ ...requestOf(view), dryRun: true, operatorId }),
  ]);
  const asked = Number(given.asked);
  return (
    <div className="page">
      <h1>Replay many runs</h1>
      {asked > 0 && (
        <p className="notice" role="status">
          The worker was asked to replay {count(asked, "run")} and takes them in a moment; each is open until
          then.
          {given.more === "yes" && " More match: ask again when these have run."}{" "}
          <Link href={deadLettersPath({ app: view.app, workflow: view.workflow })}>What is still open</Link>
        </p>
      )}
      <ReplaySelectionForm view={view} open={open} />
      {plan.ok && <ReplayPlan view={view} plan={plan} />}
    </div>
  );
}
