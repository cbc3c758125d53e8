export { cleanupExpiredSessions } from "./cleanup-expired-sessions.ts";
export { cleanupOldLogs } from "./cleanup-old-logs.ts";
