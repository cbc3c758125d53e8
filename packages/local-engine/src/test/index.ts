export type { RunStatus, SerializedError, StepStatus } from "../core/records.ts";
export type { Controls } from "../engine/controls.ts";
export type { InferChoice } from "../engine/infer.ts";
export type { Infer, InferRequest } from "../engine/infer-request.ts";
export type { Faults, StepMock, StepTarget } from "./faults.ts";
export type { MessageView } from "./messages.ts";
export type { RunView, StepView } from "./run-view.ts";
export type { TestApp, TestClient, TestClientOptions, TestFunction } from "./sdk.ts";
export {
  createTestEngine,
  type TestEngine,
  type TestEngineOptions,
} from "./test-engine.ts";
export { HangError, type TestEvent, type TimedEngine } from "./timed-engine.ts";
export type { AppFactory } from "./worker.ts";
