import type { RunStatus, StepStatus } from "../../api-types.ts";
import { Icon, type IconName } from "./icon.tsx";

type Tone = "good" | "bad" | "active" | "idle" | "wait" | "off";

interface Look {
  tone: Tone;
  icon: IconName;
  text: string;
}

const runLooks: Record<RunStatus, Look> = {
  Queued: { tone: "idle", icon: "clock", text: "Queued" },
  Running: { tone: "active", icon: "spinner", text: "Running" },
  Completed: { tone: "good", icon: "check", text: "Completed" },
  Failed: { tone: "bad", icon: "cross", text: "Failed" },
  Cancelled: { tone: "off", icon: "ban", text: "Cancelled" },
  Skipped: { tone: "off", icon: "skip", text: "Skipped" },
};

const stepLooks: Record<StepStatus, Look> = {
  planned: { tone: "active", icon: "spinner", text: "Running" },
  retrying: { tone: "wait", icon: "again", text: "Retrying" },
  sleeping: { tone: "idle", icon: "moon", text: "Sleeping" },
  waiting: { tone: "wait", icon: "hourglass", text: "Waiting" },
  invoking: { tone: "active", icon: "invoke", text: "Invoking" },
  completed: { tone: "good", icon: "check", text: "Completed" },
  failed: { tone: "bad", icon: "cross", text: "Failed" },
  cancelled: { tone: "off", icon: "ban", text: "Cancelled" },
};

export function RunStatusPill({ status }: { status: RunStatus }) {
  return <Pill look={runLooks[status]} />;
}

export function StepStatusPill({ status }: { status: StepStatus }) {
  return <Pill look={stepLooks[status]} />;
}

function Pill({ look: { tone, icon, text } }: { look: Look }) {
  return (
    <span class={`pill tone-${tone}`}>
      <Icon name={icon} size={12} />
      {text}
    </span>
  );
}

/** The icon and the function's name; the status is read out and shown on hovering. */
export function RunTag({ status, of }: { status: RunStatus; of: string }) {
  const { tone, icon, text } = runLooks[status];
  const label = `${of}: ${text}`;
  return (
    <span class={`run-tag tone-${tone}`} role="img" aria-label={label} title={label}>
      <Icon name={icon} size={12} />
      <span>{of}</span>
    </span>
  );
}
