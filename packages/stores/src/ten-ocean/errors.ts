export { EventClosedError, NotResidentError, UnknownEventError } from "./community/errors.ts";
export {
  DeletedPostError,
  NotInForumError,
  NotTheAuthorError,
  UnknownPostError,
  UnknownTopicError,
} from "./forum/errors.ts";
export { RequestResolvedError, UnknownRequestError } from "./maintenance/errors.ts";
export {
  EmailTakenError,
  NotResidentError,
  UnknownResidentError,
  UnknownUnitError,
} from "./verification/errors.ts";
