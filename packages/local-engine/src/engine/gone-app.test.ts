import { expect, it } from "vitest";
import { answerOf, done, startBareEngine } from "../testing/bare-engine.ts";
import { type Transport, TransportError } from "./transport.ts";

const url = "http://app.test/api/inngest";
const nothing = new Map<string, string>();

const ways: Record<string, Transport> = {
  "cannot be reached": async () => {
    throw new TransportError(`${url} cannot be reached (ECONNREFUSED). Is the app running?`, "never");
  },
  "dies during the call": async () => {
    throw new TransportError(`the connection to ${url} was lost before it answered (ECONNRESET).`, "lost");
  },
  "is behind a proxy that answers for it": async () => answerOf("<h1>Bad Gateway</h1>", 502, nothing),
};

it.each(Object.entries(ways))("uses up the attempts of a function whose app %s", async (_way, transport) => {
  const calls: number[] = [];
  const { engine, clock, advance } = await startBareEngine(
    {
      work: {
        steps: { step: { runtime: { url: `${url}?fnId=app-work&step=step` }, retries: { attempts: 3 } } },
      },
    },
    {
      transport: (request) => {
        calls.push(clock.now());
        return transport(request);
      },
    },
  );
  await engine.send([{ name: "work" }]);
  await advance(3_600_000);
  const waits = calls.slice(1).map((at, place) => (at - (calls[place] ?? 0)) / 1_000);
  expect(waits).toEqual([15, 30, 60]);
  const [run] = engine.runs();
  expect(run).toMatchObject({ status: "Failed", attempts: [{}, {}, {}, {}] });
  expect(run?.error?.message).toContain(url);
  expect(engine.events({ name: "inngest/function.failed" })).toHaveLength(1);
});

it("waits longer each time for an app that comes and goes, as its attempts have to last", async () => {
  const steps = {
    step: { runtime: { url: `${url}?fnId=app-work&step=step` }, retries: { attempts: 20 } },
  };
  const { engine, register, advance } = await startBareEngine(
    { work: { steps } },
    {
      transport: async () => {
        throw new TransportError(`the connection to ${url} was lost.`, "lost");
      },
    },
  );
  await engine.send([{ name: "work" }]);
  for (let second = 0; second < 600; second++) {
    await register();
    await advance(1_000);
  }
  const [run] = engine.runs();
  expect(run?.status).toBe("Running");
  expect(run?.attempts.length).toBeGreaterThan(5);
  expect(run?.attempts.length).toBeLessThan(12);
});

it("calls an app that registers again at once", async () => {
  let isThere = false;
  const { engine, clock, register } = await startBareEngine(
    { work: {} },
    {
      transport: async () => {
        if (isThere) return done;
        throw new TransportError(`${url} cannot be reached.`, "never");
      },
    },
  );
  await engine.send([{ name: "work" }]);
  await engine.idle();
  isThere = true;
  await register();
  await engine.idle();
  expect(engine.runs()).toMatchObject([{ status: "Completed", endedAt: clock.now() }]);
});
