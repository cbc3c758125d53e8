import { type Transport, TransportError } from "../engine/transport.ts";
import type { CallRequest } from "../protocol/call-request.ts";
import { appOfConnectAddress } from "../protocol/connect-address.ts";
import { executorRequest } from "./messages.ts";
import { notTaken, type OpenRequests } from "./requests.ts";
import type { Workers } from "./workers.ts";

/** Inngest's accounts and environments, of which there is one here. */
const onlyId = "00000000-0000-4000-8000-000000000000";

/** Carries calls for apps whose workers connect by themselves, and hands every other call on. */
export function createCarrier(workers: Workers, requests: OpenRequests, http: Transport): Transport {
  return async (call) => {
    const appName = appOfConnectAddress(call.url);
    if (appName === undefined) return http(call);
    for (;;) {
      const outcome = await workers.assign(appName, (seat) => {
        const requestId = call.headers["x-request-id"] ?? "";
        const { leaseId, answer } = requests.open(requestId, seat.connectionId);
        seat.request(executorRequest.encode({ ...toRequest(call, appName), requestId, leaseId }));
        return { answer };
      });
      if (!outcome) {
        throw new TransportError(`no worker of the app "${appName}" is connected and ready.`, "nobody");
      }
      try {
        const answer = await outcome.answer;
        if (answer !== notTaken) return answer;
      } finally {
        workers.changed();
      }
    }
  };
}

function toRequest({ url, headers, body }: CallRequest, appName: string) {
  const query = new URL(url).searchParams;
  const stepId = query.get("stepId") ?? "step";
  const { traceparent, tracestate } = headers;
  const trace = traceparent === undefined ? undefined : { traceparent, tracestate: tracestate ?? "" };
  return {
    accountId: onlyId,
    envId: onlyId,
    appId: onlyId,
    appName,
    functionId: onlyId,
    functionSlug: query.get("fnId") ?? "",
    requestPayload: Buffer.from(body),
    userTraceCtx: Buffer.from(trace ? JSON.stringify(trace) : ""),
    runId: headers["x-run-id"] ?? "",
    jobId: headers["x-inngest-job-id"] ?? "",
    ...(stepId === "step" ? {} : { stepId }),
  };
}
