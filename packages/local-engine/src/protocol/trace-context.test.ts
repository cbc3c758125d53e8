import { expect, it } from "vitest";
import type { Call } from "../core/dispatcher.ts";
import { traceHeaders } from "./trace-context.ts";

const headersFor = (runId: string, requestId: string, appId = "shop") =>
  traceHeaders({
    requestId,
    run: { record: { id: runId } },
    config: { appId, id: `${appId}-order` },
  } as Call);

it("gives a run one trace and each of its calls a span", () => {
  const [first, second, other] = [headersFor("r1", "c1"), headersFor("r1", "c2"), headersFor("r2", "c3")];
  const parse = ({ traceparent }: { traceparent: string }) =>
    /^00-(?<trace>[0-9a-f]{32})-(?<span>[0-9a-f]{16})-01$/.exec(traceparent)?.groups;
  expect(parse(first)?.trace).toBe(parse(second)?.trace);
  expect(parse(first)?.span).not.toBe(parse(second)?.span);
  expect(parse(first)?.trace).not.toBe(parse(other)?.trace);
  expect(first.tracestate).toBe("inngest@app=shop,inngest@fn=shop-order");
});

it.each(["a,b=c", "Läden\n", "x".repeat(1_000), "\ud800"])(
  "keeps the trace state valid for the app %j",
  (appId) => {
    const entries = headersFor("r1", "c1", appId).tracestate.split(",");
    expect(entries).toHaveLength(2);
    for (const entry of entries) expect(entry).toMatch(/^inngest@(app|fn)=[!-+\--<>-~]{1,256}$/);
  },
);
