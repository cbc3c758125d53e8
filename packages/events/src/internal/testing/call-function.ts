import { createHash } from "node:crypto";
import { Inngest, type InngestFunction } from "inngest";
import { serve } from "inngest/edge";
import { ParseEventsMiddleware } from "../../inngest.ts";

export interface DeliveredEvent {
  id?: string;
  name: string;
  data: unknown;
  ts?: number;
  v?: string;
}

export interface CallResult {
  status: number;
  /** True when the SDK tells the engine not to try again. */
  final: boolean;
  body: unknown;
}

/** Expected failures would fill the tests' output. */
function ignore(): void {}

export const inngest = new Inngest({
  id: "events-test",
  isDev: true,
  checkpointing: false,
  logger: { info: ignore, warn: ignore, error: ignore, debug: ignore },
  middleware: [ParseEventsMiddleware],
});

/** Calls a function as the engine does over HTTP: the real SDK's handler, its request body and its answer. */
export async function callFunction(
  fn: InngestFunction.Any,
  events: [DeliveredEvent, ...DeliveredEvent[]],
  steps: Record<string, unknown> = {},
): Promise<CallResult> {
  const handler = serve({ client: inngest, functions: [fn] });
  const delivered = events.map((event, index) => ({
    id: `evt-${index}`,
    ts: Date.parse("2026-11-01T00:26:40.000Z"),
    ...event,
  }));
  const memo = Object.fromEntries(Object.entries(steps).map(([id, result]) => [stepHash(id), result]));
  const fnId = fn.id("events-test");
  const request = new Request(`http://127.0.0.1/api/inngest?fnId=${fnId}&stepId=step`, {
    method: "POST",
    headers: { "content-type": "application/json", host: "127.0.0.1", "x-inngest-req-version": "2" },
    body: JSON.stringify({
      version: 2,
      event: delivered[0],
      events: delivered,
      steps: memo,
      ctx: {
        run_id: "run-1",
        fn_id: "00000000-0000-0000-0000-000000000000",
        step_id: "step",
        attempt: 0,
        max_attempts: 4,
        disable_immediate_execution: false,
        use_api: false,
        stack: { stack: Object.keys(memo), current: Object.keys(memo).length },
      },
    }),
  });
  const response = await handler(request);
  return {
    status: response.status,
    final: response.headers.get("x-inngest-no-retry") === "true",
    body: await response.json(),
  };
}

function stepHash(id: string): string {
  return createHash("sha1").update(id).digest("hex");
}
