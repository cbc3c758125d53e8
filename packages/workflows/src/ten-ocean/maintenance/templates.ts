export { requestAssigned, requestEntrusted, requestPassedOn } from "./request-assigned.tsx";
export { requestReceived } from "./request-received.tsx";
export { requestReported, urgentRequestReported } from "./request-reported.tsx";
export { requestResolved, requestUnconfirmed } from "./request-resolved.tsx";
export { requestUnattended, urgentRequestUnattended } from "./request-unattended.tsx";
export { entrustedRequestUpdated, requestUpdated } from "./request-updated.tsx";
