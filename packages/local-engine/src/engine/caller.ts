import type { Call } from "../core/dispatcher.ts";
import type { Answer } from "../core/reports.ts";
import { failedCall, readAnswer } from "../protocol/answer.ts";
import { buildCallRequest } from "../protocol/call-request.ts";
import { doOwnStep, type OwnStepOptions } from "./own-steps.ts";
import { type Transport, TransportError } from "./transport.ts";

export interface CallerOptions {
  transport: Transport;
  /** How the engine does its own steps. */
  ownSteps: OwnStepOptions;
  /** Signs the calls to apps. */
  signingKey?: string | undefined;
  onAnswer: (call: Call, answer: Answer) => void;
}

/** Makes calls. Every call gets an answer, if only that it failed. */
export function createCaller({
  transport,
  ownSteps,
  signingKey,
  onAnswer,
}: CallerOptions): (call: Call) => void {
  async function answerTo(call: Call): Promise<Answer> {
    if (call.job.gateway) return doOwnStep(call, ownSteps);
    // The app compares the signature's time with its own clock, so it is never virtual.
    const request = buildCallRequest(call, signingKey ? { key: signingKey, now: Date.now() } : undefined);
    try {
      return readAnswer(await transport(request), request.url);
    } catch (error) {
      if (TransportError.isInstance(error)) return failedCall("ConnectionError", error.message, error.reach);
      throw error;
    }
  }

  return (call) => {
    answerTo(call)
      .catch((error: unknown) =>
        failedCall("EngineError", error instanceof Error ? error.message : String(error)),
      )
      .then((answer) => onAnswer(call, answer));
  };
}
