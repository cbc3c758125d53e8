import type { RawAnswer } from "../protocol/answer.ts";
import { responseStatus, type sdkResponse } from "./messages.ts";

type SdkResponse = ReturnType<typeof sdkResponse.decode>;

/** A worker's reply as the answer that the same function gives over HTTP. */
export function toRawAnswer(response: SdkResponse): RawAnswer {
  const headers: Record<string, string> = {
    "x-inngest-sdk": response.sdkVersion,
    "x-inngest-req-version": String(response.requestVersion),
    "x-inngest-no-retry": String(response.noRetry),
    ...(response.retryAfter === "" ? {} : { "retry-after": response.retryAfter }),
  };
  return {
    status: statusOf(response),
    header: (name) => headers[name],
    body: Buffer.from(response.body).toString("utf8"),
  };
}

/** The SDK marks an error that must not be retried as done; only `noRetry` tells it from a result. */
function statusOf({ status, noRetry }: SdkResponse): number {
  if (status === responseStatus.notCompleted) return 206;
  if (noRetry) return 400;
  return status === responseStatus.done ? 200 : 500;
}
