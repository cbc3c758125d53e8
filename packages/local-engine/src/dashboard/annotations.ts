import type {
  AnnotationRecord,
  MetadataRecord,
  MetadataTarget,
  SpanRecord,
  StepRecord,
} from "../core/records.ts";
import type { MetadataView, SpanView } from "./api-types.ts";

/** The app's own trace in the order of time; `depth` counts the spans around one. */
export function toSpanViews(annotations: readonly AnnotationRecord[]): SpanView[] {
  const spans = annotations.filter((record): record is SpanRecord => record.kind === "span");
  const byId = new Map(spans.map((span) => [span.id, span]));
  function depthOf({ id, parentId, stepId }: SpanRecord, below: ReadonlySet<string> = new Set()): number {
    const parent = parentId === undefined ? undefined : byId.get(parentId);
    if (!parent || parent.stepId !== stepId || below.has(id)) return 0;
    return 1 + depthOf(parent, new Set([...below, id]));
  }
  return spans
    .sort((a, b) => a.startedAt - b.startedAt || b.endedAt - a.endedAt)
    .map((span) => {
      const { kind: _kind, runId: _runId, attributes, ...rest } = span;
      return { ...rest, depth: depthOf(span), attributes: toPayload(attributes) };
    });
}

/** What was noted about the run itself, or about one of its steps. */
export function toMetadataViews(
  annotations: readonly AnnotationRecord[],
  step?: Pick<StepRecord, "name" | "index">,
): MetadataView[] {
  return annotations
    .filter((record): record is MetadataRecord => record.kind === "metadata" && isAbout(record.target, step))
    .map(({ name, target, values }) => ({ name: `${name}${whereIn(target)}`, values: toPayload(values) }));
}

/** A repeated step is named by its place, or by the id that the SDK makes of both. */
function isAbout(
  { step: name, index = 0 }: MetadataTarget,
  step: Pick<StepRecord, "name" | "index"> | undefined,
) {
  if (!step || name === undefined) return step === undefined && name === undefined;
  const { index: place = 0 } = step;
  return (name === step.name && index === place) || (place > 0 && name === `${step.name}:${place}`);
}

function whereIn({ attempt, spanId }: MetadataTarget): string {
  if (spanId !== undefined) return ` of span ${spanId}`;
  return attempt === undefined ? "" : ` of attempt ${attempt + 1}`;
}

function toPayload(value: unknown) {
  const text = JSON.stringify(value);
  return { text, bytes: Buffer.byteLength(text), complete: true };
}
