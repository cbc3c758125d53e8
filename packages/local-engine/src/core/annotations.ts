import type { Core } from "./core.ts";
import { byteLength, limits } from "./limits.ts";
import type { AnnotationRecord, MetadataRecord, MetadataTarget, SpanRecord } from "./records.ts";
import type { Operation } from "./reports.ts";
import type { ActiveRun } from "./state.ts";

export interface MetadataUpdate {
  target: MetadataTarget;
  name: string;
  values: Record<string, unknown>;
  /** Keeps the values that are there under other keys; otherwise they are replaced. */
  merge: boolean;
}

/** What became of metadata. A run's may have 1 MiB in all. */
export type MetadataOutcome = "stored" | "unknown-run" | "too-large";

/** Stores metadata of a run, in progress or ended; all updates or none. */
export function updateMetadata(
  core: Core,
  runId: string,
  updates: readonly MetadataUpdate[],
): MetadataOutcome {
  if (!isKnown(core, runId)) return "unknown-run";
  const known = new Map(metadataOf(core, runId).map((record) => [record.id, record]));
  const changed = updates.map((update) => {
    const record = toRecord(core, runId, update, known);
    known.set(record.id, record);
    return record;
  });
  const size = byteLength(JSON.stringify([...known.values()].map(({ values }) => values)));
  if (size > limits.metadataBytes) return "too-large";
  for (const record of changed) putAnnotation(core, record);
  return "stored";
}

/** Stores what was noted while a step ran. Of what is too large, only that it was stays. */
export function recordReportedMetadata(core: Core, run: ActiveRun, operation: Operation): void {
  if (!operation.metadata?.length) return;
  const { id: step, index } = operation.userland ?? {};
  const own: MetadataTarget = {
    ...(step === undefined ? {} : { step }),
    ...(index === undefined ? {} : { index }),
  };
  const updates = operation.metadata.map(({ kind, scope, op, values }) => ({
    target: scope === "run" ? {} : own,
    name: kind,
    values,
    merge: op === "merge",
  }));
  if (updateMetadata(core, run.record.id, updates) !== "too-large") return;
  const text = `the metadata of step "${step}" is left out: the run's is over the limit of ${limits.metadataBytes} bytes.`;
  const warning = { target: {}, name: "inngest.warnings", values: { "engine.metadata": text }, merge: true };
  updateMetadata(core, run.record.id, [warning]);
}

/** Stores spans of known runs. Returns how many were not: those of unknown runs, and of runs that have 1,000. */
export function recordSpans(core: Core, spans: readonly SpanRecord[]): number {
  const counts = new Map<string, number>();
  let refused = 0;
  for (const span of spans) {
    const count = counts.get(span.runId) ?? countSpans(core, span.runId);
    if (!isKnown(core, span.runId) || count >= limits.spansPerRun) {
      refused++;
      continue;
    }
    counts.set(span.runId, count + 1);
    putAnnotation(core, span);
  }
  return refused;
}

function toRecord(
  core: Core,
  runId: string,
  { target, name, values, merge }: MetadataUpdate,
  known: ReadonlyMap<string, MetadataRecord>,
): MetadataRecord {
  const { step, index = 0, attempt, spanId } = target;
  const id = JSON.stringify([name, step ?? null, index, attempt ?? null, spanId ?? null]);
  const pending = core.state.pendingRow("annotations", `${runId}/${id}`);
  const earlier = pending?.kind === "metadata" ? pending : known.get(id);
  const merged = merge ? { ...earlier?.values, ...values } : values;
  return { kind: "metadata", id, runId, name, target, values: merged, updatedAt: core.now() };
}

function metadataOf(core: Core, runId: string): MetadataRecord[] {
  return core.state.store.annotations(runId).filter((record) => record.kind === "metadata");
}

function countSpans(core: Core, runId: string): number {
  return core.state.store.annotations(runId).filter((record) => record.kind === "span").length;
}

function putAnnotation(core: Core, record: AnnotationRecord): void {
  core.state.put("annotations", annotationKey(record), record);
  core.state.notify({ type: "annotations", id: record.runId });
}

function annotationKey({ runId, id }: AnnotationRecord): string {
  return `${runId}/${id}`;
}

function isKnown(core: Core, runId: string): boolean {
  return core.state.runs.has(runId) || core.state.store.run(runId) !== undefined;
}
