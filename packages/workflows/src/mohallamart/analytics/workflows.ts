export { exportUserFeatures } from "./export-user-features.ts";
export { sendDailyReport } from "./send-daily-report.tsx";
export { trackAnalytics } from "./track-analytics.ts";
