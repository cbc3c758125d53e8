export { initializePreferences } from "./initialize-preferences.ts";
export { removeUserData } from "./remove-user-data.ts";
export { sendWelcomeEmail } from "./send-welcome-email.tsx";
export { syncUserData } from "./sync-user-data.ts";
