import { onTestFinished } from "vitest";
import { createVirtualClock } from "../engine/clock.ts";
import { createEngine } from "../engine/engine.ts";
import type { EngineOptions } from "../engine/engine-options.ts";
import type { RawAnswer } from "../protocol/answer.ts";
import { readRegistration } from "../protocol/registration.ts";
import { createMemoryStore } from "../store/memory-store.ts";

const url = "http://app.test/api/inngest";
const sdk = new Map([["x-inngest-sdk", "js:test"]]);

/** What an app answers: JSON, and how it ended. */
export function answerOf(body: string, status = 200, headers: ReadonlyMap<string, string> = sdk): RawAnswer {
  return { status, header: (name) => headers.get(name), body };
}

export const done: RawAnswer = answerOf('"done"');

/** What the app `app` registers: functions of its own, each with these settings. */
function registrationOf(functions: Readonly<Record<string, object>>) {
  return {
    url,
    appName: "app",
    functions: Object.entries(functions).map(([name, settings]) => ({
      id: `app-${name}`,
      triggers: [{ event: name }],
      steps: { step: { runtime: { url: `${url}?fnId=app-${name}&step=step` } } },
      ...settings,
    })),
  };
}

/** An engine without sockets whose app has the functions given, on a clock that stands still unless another is given. */
export async function startBareEngine(
  functions: Readonly<Record<string, object>>,
  options: Partial<EngineOptions> = {},
) {
  const clock = createVirtualClock(Date.UTC(2026, 10, 1));
  const engine = createEngine({
    store: createMemoryStore(),
    clock,
    transport: async () => done,
    defer: queueMicrotask,
    ...options,
  });
  onTestFinished(() => engine.close());
  const register = (changed = functions) => engine.register(readRegistration(registrationOf(changed), 0));
  await register();
  await engine.idle();

  /** Lets time pass, and does what becomes due on the way. */
  async function advance(milliseconds: number): Promise<void> {
    const end = clock.now() + milliseconds;
    await engine.idle();
    for (let due = engine.nextDue(); due !== undefined && due <= end; due = engine.nextDue()) {
      clock.set(due);
      engine.fireDue();
      await engine.idle();
    }
    clock.set(end);
  }

  return { engine, clock, register, advance };
}
