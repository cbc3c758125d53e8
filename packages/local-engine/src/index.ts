export {
  type Connect,
  type ConnectedWorker,
  type ConnectOptions,
  createConnect,
} from "./connect/connect.ts";
export { enginePorts } from "./connect/engine-ports.ts";
export type { MetadataOutcome, MetadataUpdate } from "./core/annotations.ts";
export { BusyError } from "./core/busy-error.ts";
export type { IncomingEvent } from "./core/event-log.ts";
export { RefusedEventError } from "./core/intake.ts";
export type {
  AnnotationRecord,
  AppRecord,
  AttemptRecord,
  EventRecord,
  FunctionConfig,
  MetadataRecord,
  MetadataTarget,
  PauseRecord,
  RunRecord,
  RunStatus,
  SerializedError,
  SpanRecord,
  StepRecord,
  StepStatus,
} from "./core/records.ts";
export type { Notice } from "./core/state.ts";
export { StorageError } from "./core/storage-error.ts";
export type {
  Change,
  EventQuery,
  Found,
  RetentionPolicy,
  RunQuery,
  RunTimes,
  Store,
  StoredState,
  Tables,
} from "./core/store.ts";
export { type DevServer, type DevServerOptions, startDevServer } from "./dev-server.ts";
export type { BulkProgress, BulkRequest } from "./engine/bulk-request.ts";
export { type Clock, createSystemClock, createVirtualClock, type VirtualClock } from "./engine/clock.ts";
export type { BulkCancellation, Controls } from "./engine/controls.ts";
export { createEngine, type Engine, type EngineHealth } from "./engine/engine.ts";
export type { EngineOptions } from "./engine/engine-options.ts";
export type { Features } from "./engine/features.ts";
export type { InferChoice } from "./engine/infer.ts";
export type { Infer, InferRequest } from "./engine/infer-request.ts";
export type { Queries, RunDetail } from "./engine/queries.ts";
export { createHttpTransport, type Transport, TransportError } from "./engine/transport.ts";
export type { RealtimeHub, RealtimeMessage } from "./realtime/hub.ts";
export { createRealtime, type Realtime, type RealtimeOptions } from "./realtime/realtime.ts";
export { createHttpApi, type ListeningServer, listen } from "./server/server.ts";
export { createMemoryStore } from "./store/memory-store.ts";
export { createSqliteStore, type SqliteStoreOptions } from "./store/sqlite-store.ts";
export { type DamagedState, StateDamagedError } from "./store/state-damaged.ts";
export { StateInUseError } from "./store/state-in-use.ts";
