import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import type { AttemptRecord, RunDetail, StepView } from "../../api-types.ts";
import { formatCountdown, formatDuration, formatTime } from "../model/format.ts";
import { isOpenStep } from "../model/timeline.ts";
import { ActionButton, Facts } from "../parts/basics.tsx";
import { ErrorView } from "../parts/error-view.tsx";
import { Icon } from "../parts/icon.tsx";
import { PayloadView } from "../parts/payload.tsx";
import { StepStatusPill } from "../parts/status.tsx";
import { postJson } from "../runtime/api.ts";
import { navigate, pathTo } from "../runtime/router.ts";
import { EndWait } from "./end-wait.tsx";
import { RerunFrom } from "./rerun-from.tsx";

interface StepDetailProps {
  step: StepView;
  run: RunDetail;
  now: number;
}

/** Everything known about one step, and what can be done from here. */
export function StepDetail({ step, run, now }: StepDetailProps) {
  const [isEditing, setIsEditing] = useState(false);
  const path = `/runs/${encodeURIComponent(run.id)}/steps/${encodeURIComponent(step.id)}`;
  const isWaiting = step.op === "WaitForEvent" && step.status === "waiting";
  async function rerunFromHere() {
    const body = { stepId: step.id };
    const { runId } = await postJson<{ runId: string }>(
      `/runs/${encodeURIComponent(run.id)}/rerun-from`,
      body,
    );
    navigate(pathTo("runs", runId));
  }
  return (
    <div class="step-detail">
      <div class="actions">
        {step.status === "sleeping" && (
          <ActionButton
            icon="skip"
            label="Skip sleep"
            tone="primary"
            action={async () => {
              await postJson(`${path}/skip`);
            }}
          />
        )}
        {isWaiting && (
          <>
            <ActionButton
              icon="skip"
              label="End as timed out"
              action={async () => {
                await postJson(`${path}/end-wait`);
              }}
            />
            <button
              type="button"
              class="button plain"
              aria-expanded={isEditing}
              onClick={() => setIsEditing(!isEditing)}
            >
              <Icon name="bolt" size={14} />
              Go on with an event
            </button>
          </>
        )}
        {run.canRerun && !isOpenStep(step) && (
          <ActionButton
            icon="again"
            label="Rerun from here"
            hint="A new run that keeps the results of the steps before this one"
            action={rerunFromHere}
          />
        )}
        {run.canRerun && step.input && !isOpenStep(step) && (
          <button
            type="button"
            class="button plain"
            aria-expanded={isEditing}
            onClick={() => setIsEditing(!isEditing)}
          >
            <Icon name="send" size={14} />
            Rerun with other input
          </button>
        )}
      </div>
      <StepFacts step={step} now={now} />
      {isEditing && isWaiting && <EndWait path={path} />}
      {isEditing && step.input && !isOpenStep(step) && (
        <RerunFrom step={step} run={run} source={`${path}/input`} />
      )}
      {step.error && <ErrorView error={step.error} />}
      {step.attempts.length > 1 && <Attempts attempts={step.attempts} now={now} />}
      {step.input && <PayloadView title="Input" payload={step.input} source={`${path}/input`} />}
      {step.output && <PayloadView title="Output" payload={step.output} source={`${path}/output`} />}
      {step.metadata?.map(({ name, values }) => (
        <PayloadView key={name} title={`Metadata: ${name}`} payload={values} source="" />
      ))}
      {step.options && <PayloadView title="Options" payload={step.options} source={`${path}/options`} />}
    </div>
  );
}

function StepFacts({ step, now }: { step: StepView; now: number }) {
  const facts: [string, ComponentChildren][] = [
    ["Status", <StepStatusPill key="status" status={step.status} />],
    ["Step id", <code key="id">{step.name}</code>],
    ["Began", formatTime(step.startedAt, now)],
  ];
  if (step.endedAt !== undefined) facts.push(["Ended", formatTime(step.endedAt, now)]);
  if (isOpenStep(step) && step.dueAt !== undefined) {
    const name = { sleeping: "Wakes", retrying: "Next attempt" }[String(step.status)] ?? "Gives up";
    facts.push([name, `${formatCountdown(step.dueAt, now)} (${formatTime(step.dueAt, now)})`]);
  }
  if (step.invokedRunId !== undefined) {
    facts.push([
      "Invoked run",
      <a key="run" href={pathTo("runs", step.invokedRunId)}>
        {step.invokedRunId}
      </a>,
    ]);
  }
  return <Facts facts={facts} />;
}

function Attempts({ attempts, now }: { attempts: AttemptRecord[]; now: number }) {
  return (
    <section class="attempts" aria-label="Attempts">
      <h3>Attempts</h3>
      <ol>
        {attempts.map(({ attempt, startedAt, endedAt, error }) => (
          <li key={attempt} class={error ? "bad" : "good"}>
            <Icon name={error ? "cross" : "check"} size={12} />
            <span class="attempt-number">{attempt + 1}</span>
            <span class="attempt-text">{error ? `${error.name}: ${error.message}` : "succeeded"}</span>
            <span class="attempt-time">{formatTime(startedAt, now)}</span>
            <span class="attempt-time">{formatDuration(endedAt - startedAt)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
