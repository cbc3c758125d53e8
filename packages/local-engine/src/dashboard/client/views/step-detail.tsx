import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import type { AttemptRecord, RunDetail, StepView } from "../../api-types.ts";
import { formatCountdown, formatDuration, formatTime } from "../model/format.ts";
import { isOpenStep } from "../model/timeline.ts";
import { ActionButton, Facts } from "../parts/basics.tsx";
import { ErrorView } from "../parts/error-view.tsx";
import { Icon, type IconName } from "../parts/icon.tsx";
import { PayloadView } from "../parts/payload.tsx";
import { StepStatusPill } from "../parts/status.tsx";
import { postJson } from "../runtime/api.ts";
import { pathTo } from "../runtime/router.ts";
import { EndWait } from "./end-wait.tsx";
import { RerunFrom, rerunFrom } from "./rerun-from.tsx";

interface StepDetailProps {
  step: StepView;
  run: RunDetail;
  now: number;
}

/** Everything known about one step, and what can be done from here. */
export function StepDetail({ step, run, now }: StepDetailProps) {
  const [isEditing, setIsEditing] = useState(false);
  const path = pathOf(step, run);
  return (
    <div class="step-detail">
      <StepActions step={step} run={run} isEditing={isEditing} toggle={() => setIsEditing(!isEditing)} />
      <StepFacts step={step} now={now} />
      {isEditing && isWaiting(step) && <EndWait path={path} />}
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

function pathOf(step: StepView, run: RunDetail): string {
  return `/runs/${encodeURIComponent(run.id)}/steps/${encodeURIComponent(step.id)}`;
}

function isWaiting({ op, status }: StepView): boolean {
  return op === "WaitForEvent" && status === "waiting";
}

interface StepActionsProps {
  step: StepView;
  run: RunDetail;
  /** Whether what else the step could be given is being written. */
  isEditing: boolean;
  toggle: () => void;
}

function StepActions({ step, run, isEditing, toggle }: StepActionsProps) {
  const path = pathOf(step, run);
  const canRerun = run.canRerun && !isOpenStep(step);
  return (
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
      {isWaiting(step) && (
        <>
          <ActionButton
            icon="skip"
            label="End as timed out"
            action={async () => {
              await postJson(`${path}/end-wait`);
            }}
          />
          <EditButton icon="bolt" label="Go on with an event" isEditing={isEditing} toggle={toggle} />
        </>
      )}
      {canRerun && (
        <ActionButton
          icon="again"
          label="Rerun from here"
          hint="A new run that keeps the results of the steps before this one"
          action={() => rerunFrom(run, step)}
        />
      )}
      {canRerun && step.input && (
        <EditButton icon="send" label="Rerun with other input" isEditing={isEditing} toggle={toggle} />
      )}
    </div>
  );
}

interface EditButtonProps extends Pick<StepActionsProps, "isEditing" | "toggle"> {
  icon: IconName;
  label: string;
}

/** Opens and closes what the step could be given. */
function EditButton({ icon, label, isEditing, toggle }: EditButtonProps) {
  return (
    <button type="button" class="button plain" aria-expanded={isEditing} onClick={toggle}>
      <Icon name={icon} size={14} />
      {label}
    </button>
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
