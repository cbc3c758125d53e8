export { initializePreferences } from "./initialize-preferences.ts";
export { removeUserData } from "./remove-user-data.ts";
export { sendWelcomeEmail } from "./send-welcome-email.ts";
export { syncUserData } from "./sync-user-data.ts";
