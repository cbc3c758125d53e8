export { cleanupExpiredSessions } from "./cleanup-expired-sessions.ts";
export { cleanupOldLogs } from "./cleanup-old-logs.ts";
export { removeUnusedPictures } from "./remove-unused-pictures.ts";
