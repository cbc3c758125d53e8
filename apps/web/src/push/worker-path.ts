/** Where the service worker is that shows notifications; its scope holds no page, so it sees no request of one. */
export const workerScope = "/push/";
export const workerPath = "push/OneSignalSDKWorker.js";
