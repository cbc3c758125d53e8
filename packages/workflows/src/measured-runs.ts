import { madeAt } from "@org/stores/measurements/made-at";
import type { MeasuredOutcome, Measurement, Measuring } from "@org/stores/measurements/port";
import { type InngestFunction, Middleware } from "inngest";

type Seeing = Pick<Measuring, "saw">;
type Workflow = { id: InngestFunction.Any["id"] };
type Run = { runId: string };

/**
 * Measures what a worker sees of its functions: how long their runs waited and took, how long each attempt of a step took,
 * and how they ended. A run that was cancelled ends without a call, and is not counted.
 */
export class MeasuredRuns extends Middleware.BaseMiddleware {
  readonly id = "measured-runs";

  protected readonly measuring: Seeing | undefined = undefined;
  /** When the steps of this call began, by what names them. */
  private readonly began = new Map<string, number>();

  override onRunStart({ ctx, fn }: Middleware.OnRunStartArgs): void {
    this.saw(fn, { kind: "wait", outcome: "done", duration: ageOf(ctx) });
  }

  override onRunComplete({ ctx, fn }: Middleware.OnRunCompleteArgs): void {
    this.saw(fn, { kind: "run", outcome: "done", duration: ageOf(ctx) });
  }

  override onRunError({ ctx, fn, isFinalAttempt }: Middleware.OnRunErrorArgs): void {
    if (isFinalAttempt) this.saw(fn, { kind: "run", outcome: "failed", duration: ageOf(ctx) });
    else this.saw(fn, { kind: "run", outcome: "again" });
  }

  override onStepStart({ stepInfo }: Middleware.OnStepStartArgs): void {
    this.began.set(stepInfo.hashedId, performance.now());
  }

  override onStepComplete({ fn, stepInfo }: Middleware.OnStepCompleteArgs): void {
    this.sawStep(fn, stepInfo.hashedId, "done");
  }

  override onStepError({ fn, stepInfo, isFinalAttempt }: Middleware.OnStepErrorArgs): void {
    this.sawStep(fn, stepInfo.hashedId, isFinalAttempt ? "failed" : "again");
  }

  private sawStep(fn: Workflow, step: string, outcome: MeasuredOutcome): void {
    const began = this.began.get(step);
    const duration = began === undefined ? undefined : performance.now() - began;
    this.saw(fn, { kind: "step", outcome, duration });
  }

  private saw(fn: Workflow, measured: Omit<Measurement, "owner" | "name">): void {
    this.measuring?.saw({ ...measured, owner: this.client.id, name: fn.id() });
  }
}

/** Since the engine made a run, which its id tells; on a clock that lags behind the engine's it is no age. */
function ageOf({ runId }: Run): number | undefined {
  const made = madeAt(runId);
  return made === undefined ? undefined : Math.max(0, Date.now() - made);
}

/** The middleware with somebody who adds up what it says. */
export function measuredRuns(measuring: Seeing | undefined): typeof MeasuredRuns {
  return class extends MeasuredRuns {
    protected override readonly measuring = measuring;
  };
}
