import {
  RequestClosedError,
  RequestNotResolvedError,
  RequestResolvedError,
  UnknownRequestError,
} from "@org/stores/ten-ocean/errors";
import { notTheirs } from "./request-access.ts";

const closed = [
  RequestClosedError,
  "closed",
  "Nothing was changed: this request is closed. Report a new one if something is still wrong.",
] as const;

/** What stops a change of a request that has to be open. */
export const openRequestRefusals = [
  [UnknownRequestError, "not-theirs", notTheirs.message],
  closed,
  [
    RequestResolvedError,
    "resolved",
    "Nothing was changed: this request is resolved. Open it again first if something is still wrong.",
  ],
] as const;

/** What stops an answer to a repair. */
export const resolvedRequestRefusals = [
  [UnknownRequestError, "not-theirs", notTheirs.message],
  closed,
  [
    RequestNotResolvedError,
    "not-resolved",
    "Nothing was changed: this request is not resolved. Somebody may have opened it again before you.",
  ],
] as const;

export type OpenRequestCode = (typeof openRequestRefusals)[number][1];
export type ResolvedRequestCode = (typeof resolvedRequestRefusals)[number][1];
