export type { RunStatus, SerializedError, StepStatus } from "../core/records.ts";
export type { Faults, StepMock, StepTarget } from "./faults.ts";
export type { RunView, StepView } from "./run-view.ts";
export type { TestApp, TestClient, TestClientOptions, TestFunction } from "./sdk.ts";
export {
  createTestEngine,
  HangError,
  type TestEngine,
  type TestEngineOptions,
  type TestEvent,
} from "./test-engine.ts";
export type { AppFactory } from "./worker.ts";
