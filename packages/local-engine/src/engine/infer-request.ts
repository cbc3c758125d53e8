/** What a `step.ai.infer` asks of a model. */
export interface InferRequest {
  functionId: string;
  /** The step's id in the app's code. */
  stepId: string;
  /** From 0. */
  attempt: number;
  /** The provider's form of question and answer, as the SDK names it: `openai-chat`, `anthropic`, `gemini`, … */
  format: string;
  url: string;
  headers: Record<string, string>;
  body: Record<string, unknown>;
  /** Milliseconds since the epoch, on the engine's clock. */
  askedAt: number;
}

/**
 * Answers for a model: returns the body that its provider would, which is the step's value. What it throws is the step's
 * error, with the meaning that the SDK's `NonRetriableError` and `RetryAfterError` have.
 */
export type Infer = (request: InferRequest) => unknown;
