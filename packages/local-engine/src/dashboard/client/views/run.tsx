import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import type { AppView, RunDetail } from "../../api-types.ts";
import { formatDuration, formatTime } from "../model/format.ts";
import { ActionButton, Empty, ErrorLine, Facts, Identifier } from "../parts/basics.tsx";
import { Dialog } from "../parts/dialog.tsx";
import { ErrorView } from "../parts/error-view.tsx";
import { Icon } from "../parts/icon.tsx";
import { PauseNote } from "../parts/paused.tsx";
import { PayloadView } from "../parts/payload.tsx";
import { RunStatusPill } from "../parts/status.tsx";
import { getJson, getText, postJson } from "../runtime/api.ts";
import { useNow, useResource } from "../runtime/hooks.ts";
import { useKeys } from "../runtime/keyboard.ts";
import { navigate, pathTo } from "../runtime/router.ts";
import { startRun } from "../runtime/start-run.ts";
import { TimelineView } from "./timeline.tsx";

/** A run from its trigger to its result. */
export function RunView({ id }: { id: string }) {
  const path = `/runs/${encodeURIComponent(id)}`;
  const { data: run, error } = useResource(
    id,
    () => getJson<RunDetail>(path),
    (change) => change.runs.includes(id),
  );
  const rerun = () => startRun(`${path}/rerun`);
  useKeys({ Escape: () => navigate("/runs") });
  return (
    <section class="page run-page" aria-label="Run">
      <a class="back" href="/runs">
        <Icon name="back" size={14} />
        Runs
      </a>
      <ErrorLine error={error} />
      {run && (
        <>
          <RunHead run={run} rerun={rerun} path={path} />
          {run.error && <ErrorView error={run.error} isShort={isShownByStep(run)} isOfRun />}
          {run.endedAt === undefined && <AppProblem run={run} />}
          <TimelineView run={run} />
          {run.output && (
            <PayloadView title="Output" payload={run.output} source={`${path}/output`} heading="h2" />
          )}
          {run.metadata?.map(({ name, values }) => (
            <PayloadView key={name} title={`Metadata: ${name}`} payload={values} source="" heading="h2" />
          ))}
          {run.events.map((event) => (
            <PayloadView
              key={event.id}
              title={`Trigger: ${event.name}`}
              payload={event.body}
              source={`/events/${encodeURIComponent(event.id)}/body`}
              heading="h2"
            />
          ))}
        </>
      )}
      {!run && error !== undefined && (
        <Empty icon="runs" title="This run is not stored">
          <p>
            It may have been removed by the engine's retention, or belong to another state folder.{" "}
            <a href="/runs">Show all runs</a>
          </p>
        </Empty>
      )}
    </section>
  );
}

/** Why a run does not go on: its app does not answer, or its function is paused. */
function AppProblem({ run: { appId, functionId } }: { run: RunDetail }) {
  const now = useNow(false);
  const { data: apps } = useResource(
    "apps",
    () => getJson<AppView[]>("/apps"),
    (change) => change.apps,
  );
  const error = apps?.find(({ id }) => id === appId)?.error;
  const functions = apps?.flatMap((app) => app.functions) ?? [];
  const pause = functions.find(({ id }) => id === functionId)?.paused;
  return (
    <>
      <ErrorLine error={error === undefined ? undefined : `The app “${appId}” is not in sync: ${error}`} />
      {pause && <PauseNote pause={pause} now={now} />}
    </>
  );
}

/** The stack stands at the step that failed. */
function isShownByStep({ steps, error }: RunDetail): boolean {
  return steps.some((step) => step.status === "failed" && step.error?.message === error?.message);
}

function RunHead({ run, rerun, path }: { run: RunDetail; rerun: () => Promise<void>; path: string }) {
  const isOpen = run.endedAt === undefined;
  return (
    <header class="run-head">
      <div class="run-title">
        <h1>{run.functionName}</h1>
        <RunStatusPill status={run.status} />
        <div class="actions">
          {isOpen && (
            <ActionButton
              icon="ban"
              label="Cancel"
              tone="danger"
              action={async () => {
                await postJson(`${path}/cancel`);
              }}
            />
          )}
          <a class="button plain" href={pathTo("cascade", run.id)}>
            <Icon name="cascade" size={14} />
            Cascade
          </a>
          {run.startedAt !== undefined && <CopyAsTest path={path} />}
          {run.canRerun && (
            <ActionButton
              icon="again"
              label="Rerun"
              shortcut="r"
              hint="Run again for the same event (r)"
              action={rerun}
            />
          )}
        </div>
      </div>
      <RunFacts run={run} />
    </header>
  );
}

/** Copies the test that plays this run again; where the clipboard is closed to the page, shows it. */
function CopyAsTest({ path }: { path: string }) {
  const [shown, setShown] = useState<string>();
  const [isCopied, setIsCopied] = useState(false);
  async function copy() {
    const source = await getText(`${path}/test`);
    try {
      await navigator.clipboard.writeText(source);
      setIsCopied(true);
      setTimeout(() => setIsCopied(false), copiedFor);
    } catch {
      setShown(source);
    }
  }
  return (
    <>
      <ActionButton
        icon={isCopied ? "check" : "test"}
        label={isCopied ? "Copied" : "Copy as test"}
        hint="A vitest test that plays this run again on the test engine"
        action={copy}
      />
      {shown !== undefined && (
        <Dialog title="This run as a test" onClose={() => setShown(undefined)}>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reachable with the keyboard */}
          <pre class="json source" tabIndex={0}>
            {shown}
          </pre>
        </Dialog>
      )}
    </>
  );
}

const copiedFor = 1_500;

function RunFacts({ run }: { run: RunDetail }) {
  const now = useNow(run.endedAt === undefined);
  const [first] = run.events;
  const start = run.startedAt ?? run.queuedAt;
  const facts: [string, ComponentChildren][] = [
    ["Run", <Identifier key="id" id={run.id} label="the run's id" />],
    [
      "Function",
      <a key="function" href={pathTo("functions", run.functionId)}>
        {run.functionId}
      </a>,
    ],
  ];
  if (first)
    facts.push([
      "Trigger",
      <a key="event" href={pathTo("events", first.id)}>
        {run.cron ?? first.name}
      </a>,
    ]);
  facts.push(["Queued", formatTime(run.queuedAt, now)]);
  facts.push([
    run.endedAt === undefined ? "Running for" : "Took",
    formatDuration((run.endedAt ?? now) - start),
  ]);
  if (run.rerunOf !== undefined) {
    facts.push([
      "Rerun of",
      <a key="rerun" href={pathTo("runs", run.rerunOf)}>
        {run.rerunOf}
      </a>,
    ]);
  }
  if (run.invokedBy) {
    const { runId } = run.invokedBy;
    facts.push([
      "Invoked by",
      <a key="invoked" href={pathTo("runs", runId)}>
        {runId}
      </a>,
    ]);
  }
  return <Facts facts={facts} />;
}
