import { createHash } from "node:crypto";
import {
  type Context,
  context,
  createContextKey,
  type Histogram,
  metrics,
  ROOT_CONTEXT,
  SpanStatusCode,
  trace,
} from "@opentelemetry/api";
import { spanOf, traceMark } from "@org/stores/outbox/trace-context";
import { Middleware } from "inngest";

const scope = "@org/platform";
/** Read by whoever makes ids: several processes name a run's span before one of them ends it. */
const chosenIds = createContextKey("@org/platform span ids");

/** Seconds; runs wait for days. */
const runBuckets = [0.1, 0.5, 1, 5, 15, 60, 300, 1_800, 7_200, 86_400, 604_800];
const stepBuckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];

interface Run {
  runId: string;
  events: readonly unknown[];
}

/**
 * Measures runs and steps, and makes them spans of the trace that their event belongs to; of a batch, the first one's.
 * It says names of ours alone, and does nothing where nobody observes.
 */
export class ObservedRuns extends Middleware.BaseMiddleware {
  readonly id = "observed-runs";

  override async wrapStepHandler({ ctx, fn, next, stepInfo }: Middleware.WrapStepHandlerArgs) {
    const labels = { app: this.client.id, workflow: fn.id(), step: stepInfo.options.id };
    const { inRun } = spanOfRun(ctx);
    const span = trace.getTracer(scope).startSpan(`step ${labels.step}`, { attributes: labels }, inRun);
    const begin = performance.now();
    let outcome = "failed";
    try {
      const result = await context.with(trace.setSpan(inRun, span), next);
      outcome = "ok";
      return result;
    } finally {
      if (outcome === "failed") span.setStatus({ code: SpanStatusCode.ERROR });
      span.setAttribute("outcome", outcome);
      span.end();
      const seconds = (performance.now() - begin) / 1_000;
      histogram("step_duration_seconds", "Attempts of steps", stepBuckets).record(seconds, {
        ...labels,
        outcome,
      });
    }
  }

  override transformSendEvent(sending: Middleware.TransformSendEventArgs) {
    return { ...sending, events: sending.events.map((event) => ({ ...event, ...traceMark() })) };
  }

  override onRunComplete({ ctx, fn }: Middleware.OnRunCompleteArgs): void {
    this.ended(ctx, fn.id(), "completed");
  }

  override onRunError({ ctx, fn, isFinalAttempt }: Middleware.OnRunErrorArgs): void {
    if (isFinalAttempt) this.ended(ctx, fn.id(), "failed");
  }

  private ended(run: Run, workflow: string, outcome: "completed" | "failed"): void {
    const labels = { app: this.client.id, workflow, outcome };
    const now = Date.now();
    const startTime = Math.min(beginOf(run.runId) ?? now, now);
    const { parent, ids } = spanOfRun(run);
    const attributes = { ...labels, run_id: run.runId };
    // The context chooses the id, so it is the active one for as long as the span is made.
    context.with(parent.setValue(chosenIds, ids), () => {
      const span = trace.getTracer(scope).startSpan(`run ${workflow}`, { startTime, attributes });
      if (outcome === "failed") span.setStatus({ code: SpanStatusCode.ERROR });
      span.end(now);
    });
    const seconds = (now - startTime) / 1_000;
    histogram("run_duration_seconds", "Runs, with all that they wait for", runBuckets).record(
      seconds,
      labels,
    );
  }
}

/** The same in every process: the ids are made of the run's. */
function spanOfRun({ runId, events }: Run): {
  parent: Context;
  ids: { traceId: string; spanId: string };
  inRun: Context;
} {
  const cause = spanOf(events[0]);
  const digest = createHash("sha256").update(runId).digest("hex");
  const ids = { traceId: cause?.traceId ?? digest.slice(0, 32), spanId: digest.slice(32, 48) };
  return {
    ids,
    parent: cause ? trace.setSpanContext(ROOT_CONTEXT, cause) : ROOT_CONTEXT,
    inRun: trace.setSpanContext(ROOT_CONTEXT, { ...ids, traceFlags: cause?.traceFlags ?? 1, isRemote: true }),
  };
}

function histogram(name: string, description: string, buckets: number[]): Histogram {
  return metrics
    .getMeterProvider()
    .getMeter(scope)
    .createHistogram(name, { unit: "s", description, advice: { explicitBucketBoundaries: buckets } });
}

const digits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** Milliseconds since 1970, which begin a ULID; undefined where a run's id is none. */
function beginOf(runId: string): number | undefined {
  if (!/^[0-9A-HJKMNP-TV-Z]{26}$/.test(runId)) return undefined;
  return [...runId.slice(0, 10)].reduce((time, digit) => time * 32 + digits.indexOf(digit), 0);
}
