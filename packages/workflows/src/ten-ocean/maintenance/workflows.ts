export { acknowledgeRequest } from "./acknowledge-request.ts";
export { closeResolvedRequest } from "./close-resolved-request.ts";
export { escalateRequest } from "./escalate-request.ts";
export { tellOfAssignment } from "./tell-of-assignment.ts";
export { tellOfUpdate } from "./tell-of-update.ts";
