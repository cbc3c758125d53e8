export { EventClosedError, UnknownEventError } from "./community/errors.ts";
export {
  DeletedPostError,
  NotInForumError,
  NotTheAuthorError,
  UnknownPostError,
  UnknownTopicError,
} from "./forum/errors.ts";
export {
  RequestClosedError,
  RequestNotResolvedError,
  RequestResolvedError,
  UnknownRequestError,
} from "./maintenance/errors.ts";
export {
  EmailTakenError,
  NotResidentError,
  ResidentRemovedError,
  UnknownResidentError,
  UnknownUnitError,
} from "./verification/errors.ts";
