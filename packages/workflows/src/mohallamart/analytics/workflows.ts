export { exportUserFeatures } from "./export-user-features.ts";
export { sendDailyReport } from "./send-daily-report.ts";
export { trackAnalytics } from "./track-analytics.ts";
