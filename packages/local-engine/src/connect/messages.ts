import { bytes, embedded, flag, integer, messageType, repeated, text } from "./wire.ts";

/** What is said over the socket, by the numbers of the protocol. */
export const kinds = {
  gatewayHello: 0,
  workerConnect: 1,
  gatewayConnectionReady: 2,
  gatewayExecutorRequest: 3,
  workerReady: 4,
  workerRequestAck: 5,
  workerReply: 6,
  workerReplyAck: 7,
  workerPause: 8,
  workerHeartbeat: 9,
  gatewayHeartbeat: 10,
  gatewayClosing: 11,
  workerRequestExtendLease: 12,
  workerRequestExtendLeaseAck: 13,
  workerStatus: 15,
} as const;

export const connectMessage = messageType({ kind: integer(1), payload: bytes(2) });

export const startResponse = messageType({
  connectionId: text(1),
  gatewayEndpoint: text(2),
  gatewayGroup: text(3),
  sessionToken: text(4),
  syncToken: text(5),
});

const appConfiguration = messageType({ appName: text(1), appVersion: text(2), functions: bytes(4) });

const authData = messageType({ sessionToken: text(1), syncToken: text(2) });

export const workerConnectRequest = messageType({
  connectionId: text(1),
  instanceId: text(2),
  authData: embedded(3, authData),
  apps: repeated(5, appConfiguration),
  /** The worker says by itself when it can take requests. */
  workerManualReadinessAck: flag(6),
  framework: text(9),
  sdkVersion: text(11),
  sdkLanguage: text(12),
  /** 0 for no limit. */
  maxWorkerConcurrency: integer(14),
});

export const connectionReady = messageType({
  heartbeatInterval: text(1),
  extendLeaseInterval: text(2),
  statusInterval: text(3),
});

export const executorRequest = messageType({
  requestId: text(1),
  accountId: text(2),
  envId: text(3),
  appId: text(4),
  appName: text(5),
  functionId: text(6),
  functionSlug: text(7),
  stepId: text(8),
  requestPayload: bytes(9),
  systemTraceCtx: bytes(10),
  userTraceCtx: bytes(11),
  runId: text(12),
  leaseId: text(13),
  jobId: text(14),
});

export const requestAck = messageType({ requestId: text(1) });

export const extendLease = messageType({ requestId: text(1), leaseId: text(10) });

export const extendLeaseAck = messageType({ requestId: text(1), newLeaseId: text(6) });

/** What a worker answers. `status` is one of `responseStatus`. */
export const sdkResponse = messageType({
  requestId: text(1),
  status: integer(5),
  body: bytes(6),
  noRetry: flag(7),
  retryAfter: text(8),
  sdkVersion: text(9),
  requestVersion: integer(10),
  runId: text(13),
});

export const responseStatus = { notCompleted: 0, done: 1, error: 2 } as const;

export const replyAck = messageType({ requestId: text(1) });

export const flushResponse = messageType({ requestId: text(1) });
