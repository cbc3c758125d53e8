import type { ComponentChildren } from "preact";
import { useMemo, useState } from "preact/hooks";
import type { RunDetail, SpanView } from "../../api-types.ts";
import { formatCountdown, formatDuration } from "../model/format.ts";
import { createTicks, createTimeScale, type TimeScale } from "../model/time-scale.ts";
import { createTimeline, isOpenStep, type TimelineRow } from "../model/timeline.ts";
import { Icon, type IconName } from "../parts/icon.tsx";
import { useNow } from "../runtime/hooks.ts";
import { useRowKeys } from "../runtime/keyboard.ts";
import { StepDetail } from "./step-detail.tsx";

const icons = new Map<string, IconName>([
  ["StepRun", "function"],
  ["Sleep", "moon"],
  ["WaitForEvent", "hourglass"],
  ["WaitForSignal", "hourglass"],
  ["InvokeFunction", "invoke"],
  ["Gateway", "globe"],
  ["AIGateway", "globe"],
]);
/** Milliseconds between looks at the clock while the run goes on, and with so many steps that drawing takes a while. */
const interval = 250;
const longInterval = 2_000;
const manySteps = 100;

/** The steps of a run as bars on a common line of time. */
export function TimelineView({ run }: { run: RunDetail }) {
  const now = useNow(run.endedAt === undefined, run.steps.length > manySteps ? longInterval : interval);
  const [compress, setCompress] = useState(true);
  const [choices, setChoices] = useState<ReadonlyMap<string, boolean>>(new Map());
  const timeline = useMemo(() => createTimeline(run, now), [run, now]);
  const shortened = useMemo(() => createTimeScale(timeline.range, timeline.busy, true), [timeline]);
  const even = useMemo(() => createTimeScale(timeline.range, timeline.busy, false), [timeline]);
  const hasGaps = shortened.compressed.length > 0;
  const scale = compress ? shortened : even;

  const failedKey = keyOfFailure(run);
  const isOpen = (key: string, among = choices) => among.get(key) ?? key === failedKey;
  const toggle = (key: string) => setChoices((before) => new Map(before).set(key, !isOpen(key, before)));
  useRowKeys(".timeline-toggle");

  return (
    <section class="timeline" aria-label="Timeline">
      <header>
        <h2>Timeline</h2>
        {hasGaps && (
          <label class="check">
            <input type="checkbox" checked={compress} onChange={() => setCompress(!compress)} />
            Shorten waits
          </label>
        )}
      </header>
      <Axis scale={scale} start={timeline.range.start} />
      <ol class="timeline-rows">
        {timeline.rows.map((row) => (
          <Row
            key={row.key}
            row={row}
            run={run}
            scale={scale}
            now={now}
            isOpen={isOpen(row.key)}
            onToggle={toggle}
          />
        ))}
      </ol>
    </section>
  );
}

/** The step that failed is open until the reader closes it: it is what they came for. */
function keyOfFailure(run: RunDetail): string | undefined {
  if (run.status === "Completed") return undefined;
  return run.steps.findLast(({ status }) => status === "failed" || status === "retrying")?.id;
}

const tickCount = 5;

function Axis({ scale, start }: { scale: TimeScale; start: number }) {
  return (
    <div class="axis" aria-hidden="true">
      <div class="axis-line">
        {createTicks(scale, start, tickCount).map(({ position, text }) => (
          <span key={position} class="tick" style={{ left: percent(position) }}>
            {text}
          </span>
        ))}
      </div>
    </div>
  );
}

interface RowProps {
  row: TimelineRow;
  run: RunDetail;
  scale: TimeScale;
  now: number;
  isOpen: boolean;
  onToggle: (key: string) => void;
}

/** Drawn again only when something of its own changed: a run may have a thousand rows. */
function Row(props: RowProps) {
  const { row, run, scale, now, isOpen } = props;
  return useMemo(() => <RowContent {...props} />, [row, run, scale, now, isOpen]);
}

function RowContent({ row, run, scale, now, isOpen, onToggle }: RowProps) {
  const { step } = row;
  const icon = step ? (icons.get(step.op) ?? "function") : row.key === "queue" ? "clock" : "function";
  const detailId = `step-${row.key}`;
  const content = (
    <>
      <span class="step-name">
        <Icon name={icon} size={14} />
        <span class="step-title">{row.title}</span>
        {step && <span class="unseen">{step.status}</span>}
        {step && step.attempts.length > 1 && <span class="badge">{step.attempts.length} attempts</span>}
        {row.kept && <span class="badge">kept</span>}
      </span>
      <Track row={row} scale={scale} />
      <span class="step-time">{timeText(row, now)}</span>
    </>
  );
  if (row.span) return <SpanRow span={row.span}>{content}</SpanRow>;
  if (!step) return <li class="timeline-row plain">{content}</li>;
  return (
    <li class={`timeline-row status-${step.status}`}>
      <button
        type="button"
        class="timeline-toggle"
        aria-expanded={isOpen}
        aria-controls={detailId}
        onClick={() => onToggle(row.key)}
      >
        {content}
      </button>
      {isOpen && (
        <div id={detailId}>
          <StepDetail step={step} run={run} now={now} />
        </div>
      )}
    </li>
  );
}

/** A piece of the app's own trace, under the step in which it happened. */
function SpanRow({ span, children }: { span: SpanView; children: ComponentChildren }) {
  const style = { "--depth": String(span.depth + 1) };
  return (
    <li class="timeline-row plain span" style={style} title={`${span.name} ${span.attributes.text}`}>
      {children}
    </li>
  );
}

function timeText({ step, start, end, kept }: TimelineRow, now: number): string {
  if (kept) return "kept";
  if (step && isOpenStep(step) && step.dueAt !== undefined && step.dueAt > now) {
    return step.status === "sleeping" || step.status === "retrying"
      ? formatCountdown(step.dueAt, now)
      : `gives up ${formatCountdown(step.dueAt, now)}`;
  }
  return formatDuration((end ?? now) - start);
}

function Track({ row, scale }: { row: TimelineRow; scale: TimeScale }) {
  return (
    <span class="track" aria-hidden="true">
      {scale.compressed.map(({ start, end }) => {
        const left = scale.positionOf(start);
        const style = { left: percent(left), width: percent(scale.positionOf(end) - left) };
        return (
          <span
            key={start}
            class="shortened"
            style={style}
            title={`${formatDuration(end - start)}, shortened`}
          />
        );
      })}
      {row.segments.map((segment) => {
        const left = scale.positionOf(segment.start);
        const style = { left: percent(left), width: percent(scale.positionOf(segment.end) - left) };
        const text = `${segment.label}, ${formatDuration(segment.end - segment.start)}`;
        return (
          <span
            key={`${segment.kind}${segment.start}`}
            class={`bar ${segment.kind}`}
            style={style}
            title={text}
          />
        );
      })}
    </span>
  );
}

function percent(share: number): string {
  return `${(share * 100).toFixed(3)}%`;
}
