import { describe } from "vitest";
import { describeCancellation } from "./testing/conformance/cancellation.ts";
import { describeControls } from "./testing/conformance/controls.ts";
import { describeEvents } from "./testing/conformance/events.ts";
import { describeFlowControl } from "./testing/conformance/flow-control.ts";
import { describeLimits } from "./testing/conformance/limits.ts";
import { describeParallel } from "./testing/conformance/parallel.ts";
import { describeRuns } from "./testing/conformance/runs.ts";
import { describeWaiting } from "./testing/conformance/waiting.ts";
import { harnesses } from "./testing/harness.ts";

describe.each(harnesses)("the real SDK on the engine: $name", (harness) => {
  describe("runs", () => describeRuns(harness));
  describe("parallel steps", () => describeParallel(harness));
  describe("waiting", () => describeWaiting(harness));
  describe("events", () => describeEvents(harness));
  describe("flow control", () => describeFlowControl(harness));
  describe("cancellation", () => describeCancellation(harness));
  describe("controls", () => describeControls(harness));
  describe("limits", () => describeLimits(harness));
});
