import { Hono } from "hono";
import type { Call } from "../core/dispatcher.ts";
import type { Store } from "../core/store.ts";
import { createVirtualClock } from "../engine/clock.ts";
import { createEngine } from "../engine/engine.ts";
import type { InferChoice } from "../engine/infer.ts";
import { readRegistration } from "../protocol/registration.ts";
import { createEventApi } from "../server/event-api.ts";
import { createFeatureApi } from "../server/feature-api.ts";
import { refuse } from "../server/responses.ts";
import { createSdkApi } from "../server/sdk-api.ts";
import { createMemoryStore } from "../store/memory-store.ts";
import { createFaultPlan, type Faults, type StepMock } from "./faults.ts";
import { createMessageLog, type MessageView } from "./messages.ts";
import { createRandom } from "./random.ts";
import { createTimedEngine, describeHang, type TimedEngine } from "./timed-engine.ts";
import { type AppFactory, createWorkers } from "./worker.ts";

export interface TestEngineOptions {
  /** One factory per app. It gets the options with which its client talks to the engine in process. */
  apps: readonly AppFactory[];
  /** The virtual time at the start; the computer's time unless given. */
  now?: string | number | Date;
  /** Shuffles what happens at the same instant, repeatably. Without it the order is first in, first out. */
  seed?: number;
  /** Handlers that run at the same time; 1 unless given, which makes the order of effects repeatable. */
  maxConcurrentCalls?: number;
  /** Milliseconds of real time without any progress after which a hanging handler is reported; 10,000 unless given. */
  hangTimeout?: number;
  /** Told whenever the virtual time moves, for example to keep vitest's fake Date in step. */
  onTimeChange?: (now: Date) => void;
  /** Answers `step.fetch`; the global fetch unless given. */
  fetch?: typeof fetch;
  /** Who answers `step.ai.infer`, for example a function that returns the provider's body; the stub unless given. */
  infer?: InferChoice;
  /** Keeps the state; in memory unless given. */
  store?: Store;
}

/** An engine for tests: no ports, and time passes only when told to. */
export interface TestEngine extends TimedEngine {
  readonly faults: Faults;
  /** Replaces what a step does by a value or an error. */
  mockStep(mock: StepMock): void;
  /** What was published over realtime, oldest first. */
  messages(filter?: { channel?: string; topic?: string }): MessageView[];
}

export function createTestEngine(options: TestEngineOptions): TestEngine {
  const clock = createVirtualClock(options.now === undefined ? Date.now() : new Date(options.now).getTime());
  const plan = createFaultPlan();
  const api = new Hono();
  const workers = createWorkers(options.apps, plan, async (request) => api.fetch(request));
  const inFlight = new Set<Call>();
  let lastCallEnded: (() => void) | undefined;
  const engine = createEngine({
    store: options.store ?? createMemoryStore(),
    clock,
    transport: (request) => workers.transport(request),
    maxConcurrentCalls: options.maxConcurrentCalls ?? 1,
    retention: false,
    defer: queueMicrotask,
    ...(options.seed === undefined ? {} : { random: createRandom(options.seed) }),
    // Equal in every play, so that a wait that depends on a run's id is. A kept store holds ids of another engine.
    ...(options.store ? {} : { idRandom: createRandom(options.seed ?? 0) }),
    ...(options.fetch ? { fetch: options.fetch } : {}),
    ...(options.infer ? { infer: options.infer } : {}),
    aroundOwnStep: plan.interceptOwn,
    onCall: (call) => inFlight.add(call),
    onAnswer(call) {
      inFlight.delete(call);
      if (inFlight.size === 0) lastCallEnded?.();
    },
  });
  const messageLog = createMessageLog({ now: () => clock.now() });
  for (const concern of [
    createEventApi(engine, { virtualTime: true }),
    createSdkApi(engine),
    messageLog.api,
    createFeatureApi(engine),
  ])
    api.route("/", concern);
  // When the engine is closed, a handler in flight has nobody to report to: a 409 makes the SDK give it up at once.
  api.onError((error, context) => refuse(context, lastCallEnded ? 409 : 503, error.message));
  let registered: Promise<void> | undefined;

  async function register(): Promise<void> {
    for (const registration of await workers.registrations()) {
      await engine.register(readRegistration(registration, clock.now()));
    }
  }

  const timed = createTimedEngine({
    engine,
    clock,
    register: () => {
      registered ??= register();
      return registered;
    },
    hangTimeout: options.hangTimeout,
    onTimeChange: options.onTimeChange,
    describeHang: () => describeHang(inFlight, workers.whereIs),
    callsEnded: () =>
      new Promise((resolve) => {
        lastCallEnded = resolve;
        if (inFlight.size === 0) resolve();
      }),
  });
  return {
    ...timed,
    faults: plan.faults,
    mockStep: (mock) => {
      plan.mocks.push(mock);
    },
    messages: messageLog.messages,
  };
}
