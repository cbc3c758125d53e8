/** A failure of a step's own, as against its worker or the engine being gone. */
interface StepFailure {
  /** The engine's id of the run. */
  runId: string;
  /** Names the step in its run, as the engine does; empty for the function's own body. */
  step: string;
  /** The engine's number of the attempt, from 0. */
  attempt: number;
}

/**
 * Counts the failures of each step. The engine's attempts also count calls whose worker died or could not be reached,
 * so they do not tell how often the step itself has failed.
 */
export interface StepFailures {
  /**
   * Counts a failure; the same attempt once, however often it is told.
   * @returns how many attempts of the step have failed by themselves, this one among them.
   */
  add(failure: StepFailure): Promise<number>;
}
