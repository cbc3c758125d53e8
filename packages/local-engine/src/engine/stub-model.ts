import type { InferRequest } from "./infer-request.ts";
import { finalError } from "./step-errors.ts";

/** What the stub says, so that nobody takes it for a model's answer. */
const stubText =
  "This text is from local-engine's stub: no model was asked. Start the engine with --infer provider, or with the " +
  "address of a model, to ask one.";

interface Stub {
  /** What the provider refuses a question without. */
  required: readonly string[];
  wantsJson(body: Record<string, unknown>): boolean;
  answer(text: string, request: InferRequest): unknown;
}

const chat: Stub = {
  required: ["model", "messages"],
  wantsJson: ({ response_format: format }) => typeOf(format).startsWith("json"),
  answer: (content, { body, askedAt }) => ({
    id: "chatcmpl-local-engine-stub",
    object: "chat.completion",
    created: Math.floor(askedAt / 1_000),
    model: body.model,
    choices: [
      {
        index: 0,
        message: { role: "assistant", content, refusal: null },
        logprobs: null,
        finish_reason: "stop",
      },
    ],
    usage: { prompt_tokens: 0, completion_tokens: 0, total_tokens: 0 },
  }),
};

const stubs = new Map<string, Stub>([
  ["openai-chat", chat],
  ["azure-openai", chat],
  ["grok", chat],
  [
    "openai-responses",
    {
      required: ["model", "input"],
      wantsJson: ({ text }) => typeOf(fieldOf(text, "format")).startsWith("json"),
      answer: (text, { body, askedAt }) => ({
        id: "resp_local_engine_stub",
        object: "response",
        created_at: Math.floor(askedAt / 1_000),
        status: "completed",
        error: null,
        model: body.model,
        output: [
          {
            type: "message",
            id: "msg_local_engine_stub",
            status: "completed",
            role: "assistant",
            content: [{ type: "output_text", text, annotations: [] }],
          },
        ],
        usage: { input_tokens: 0, output_tokens: 0, total_tokens: 0 },
      }),
    },
  ],
  [
    "anthropic",
    {
      required: ["model", "messages", "max_tokens"],
      wantsJson: () => false,
      answer: (text, { body }) => ({
        id: "msg_local_engine_stub",
        type: "message",
        role: "assistant",
        model: body.model,
        content: [{ type: "text", text }],
        stop_reason: "end_turn",
        stop_sequence: null,
        usage: { input_tokens: 0, output_tokens: 0 },
      }),
    },
  ],
  [
    "gemini",
    {
      required: ["contents"],
      wantsJson: ({ generationConfig }) =>
        fieldOf(generationConfig, "responseMimeType") === "application/json",
      answer: (text, { url }) => ({
        candidates: [{ content: { parts: [{ text }], role: "model" }, finishReason: "STOP", index: 0 }],
        usageMetadata: { promptTokenCount: 0, candidatesTokenCount: 0, totalTokenCount: 0 },
        modelVersion: /models\/([^:/?]+)/.exec(url)?.[1] ?? "stub",
      }),
    },
  ],
]);

/** Answers in the form of a request's provider, and refuses what that one would refuse for its form. */
export function askStub(request: InferRequest): unknown {
  const stub = stubs.get(request.format);
  if (!stub) {
    const known = [...stubs.keys()].join(", ");
    throw finalError(
      "ModelError",
      `local-engine's stub answers ${known}, not "${request.format}". Start the engine with --infer provider.`,
    );
  }
  const missing = stub.required.find((field) => isEmpty(request.body[field]));
  if (missing !== undefined) {
    throw finalError(
      "ModelError",
      `local-engine's stub answered 400, as the provider does: "${missing}" is missing in the body.`,
    );
  }
  const text = stub.wantsJson(request.body) ? JSON.stringify({ stub: stubText }) : stubText;
  return stub.answer(text, request);
}

function isEmpty(value: unknown): boolean {
  return (
    value === undefined || value === null || value === "" || (Array.isArray(value) && value.length === 0)
  );
}

function typeOf(format: unknown): string {
  return String(fieldOf(format, "type") ?? "");
}

function fieldOf(value: unknown, field: string): unknown {
  return typeof value === "object" && value !== null ? new Map(Object.entries(value)).get(field) : undefined;
}
