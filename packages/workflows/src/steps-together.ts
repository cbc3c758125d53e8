/**
 * For functions whose steps may all be done again, also after the last of them: `...stepsTogether` in their options. What the steps
 * return reaches the engine with the end of the run, in the answer to its one call; otherwise the worker calls the engine after
 * each step. A worker that dies meanwhile has the engine begin that run anew, where otherwise it goes on after the last step.
 *
 * Not for a function whose later step needs what an earlier one chose to stay as it was, as a text under an idempotency key.
 */
export const stepsTogether = { checkpointing: { bufferedSteps: 10 } } as const;
