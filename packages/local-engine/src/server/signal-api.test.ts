import { expect, it, onTestFinished } from "vitest";
import { createVirtualClock } from "../engine/clock.ts";
import { createEngine } from "../engine/engine.ts";
import { createMemoryStore } from "../store/memory-store.ts";
import { createFeatureApi } from "./feature-api.ts";

it.each([
  ["{", 400, "not valid JSON"],
  [JSON.stringify({ data: 1 }), 400, "signal"],
  [JSON.stringify({ signal: "", data: 1 }), 400, "a signal has a name"],
  [JSON.stringify({ signal: "nobody" }), 404, "no run waits for this signal."],
])("answers %s with %i and why", async (body, status, problem) => {
  const transport = async () => expect.fail("no app is called");
  const engine = createEngine({ store: createMemoryStore(), clock: createVirtualClock(0), transport });
  onTestFinished(() => engine.close());
  const answer = await createFeatureApi(engine).request("/v1/signals", { method: "POST", body });
  expect(answer.status).toBe(status);
  expect(await answer.json()).toEqual({ error: expect.stringContaining(problem), status });
});
