import { describe } from "vitest";
import type { Bench } from "./bench.ts";
import { describeAi } from "./cases/ai.ts";
import { describeCalls } from "./cases/calls.ts";
import { describeCancellation } from "./cases/cancellation.ts";
import { describeConnect } from "./cases/connect.ts";
import { describeControls } from "./cases/controls.ts";
import { describeEvents } from "./cases/events.ts";
import { describeDefer, describeSignals } from "./cases/features.ts";
import { describeFlowControl } from "./cases/flow-control.ts";
import { describeInvoke } from "./cases/invoke.ts";
import { describeLifecycle } from "./cases/lifecycle.ts";
import { describeLimits } from "./cases/limits.ts";
import { describeMetadata } from "./cases/metadata.ts";
import { describeParallel } from "./cases/parallel.ts";
import { describeParallelGroups } from "./cases/parallel-groups.ts";
import { describeRealtime } from "./cases/realtime.ts";
import { describeRuns } from "./cases/runs.ts";
import { describeSessions } from "./cases/sessions.ts";
import { describeTiming } from "./cases/timing.ts";
import { describeWaiting } from "./cases/waiting.ts";
import { createSuite } from "./suite.ts";

/** What an engine that runs Inngest functions has to do, proved with the real SDK. Call it in a file of vitest's. */
export function describeEngine(bench: Bench): void {
  const suite = createSuite(bench);
  describe(`the real SDK on the engine: ${bench.name}`, () => {
    describe("runs", () => describeRuns(suite));
    describe("calls", () => describeCalls(suite));
    describe("parallel steps", () => describeParallel(suite));
    describe("parallel groups", () => describeParallelGroups(suite));
    describe("waiting", () => describeWaiting(suite));
    describe("invoke", () => describeInvoke(suite));
    describe("events", () => describeEvents(suite));
    describe("sessions", () => describeSessions(suite));
    describe("lifecycle events", () => describeLifecycle(suite));
    describe("flow control", () => {
      describeFlowControl(suite);
      describeTiming(suite);
    });
    describe("cancellation", () => describeCancellation(suite));
    describe("controls", () => describeControls(suite));
    describe("signals", () => describeSignals(suite));
    describe("defer", () => describeDefer(suite));
    describe("models", () => describeAi(suite));
    describe("metadata", () => describeMetadata(suite));
    describe("limits", () => describeLimits(suite));
    describe("realtime", () => describeRealtime(suite));
    describe("connected workers", () => describeConnect(suite));
  });
}
