import type { Instrumentation } from "next";
import { log } from "./src/log.ts";

/** Loads the configuration before the first request, so that a missing variable stops the start. */
export function register(): void {
  log.info("the web app is starting");
}

export const onRequestError: Instrumentation.onRequestError = (error, request, context) => {
  log.error(
    { error, method: request.method, route: context.routePath, kind: context.routeType },
    "a request failed",
  );
};
