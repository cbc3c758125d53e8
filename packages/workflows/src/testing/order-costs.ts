import { onVendorCall } from "@org/integrations/vendor-calls";
import { countedStatements } from "./counted-statements.ts";
import { startTestBench, type TestBench } from "./test-bench.ts";

export interface OrderCosts {
  events: number;
  /** Of the events, as JSON. */
  eventBytes: number;
  runs: number;
  /** Of all runs; each is a call of the worker, unless several are run in one. */
  steps: number;
  /** Calls by vendor. */
  vendors: Record<string, number>;
  /** As {@link countedStatements} counts them. */
  statements: number;
}

/** What follows from one order, up to its last message. */
export async function costsOf(place: (bench: TestBench) => Promise<unknown>): Promise<OrderCosts> {
  const { pool } = await startTestBench({ schedulesOf: [] });
  const statements = await countedStatements(pool);
  const bench = await startTestBench({ schedulesOf: [] });
  const vendors: Record<string, number> = {};
  const stop = onVendorCall(({ vendor }) => {
    vendors[vendor] = (vendors[vendor] ?? 0) + 1;
  });
  try {
    statements.begin();
    await place(bench);
    await bench.settle();
    const [events, runs] = [bench.engine.events(), bench.engine.runs()];
    return {
      events: events.length,
      eventBytes: events.reduce((sum, event) => sum + JSON.stringify(event).length, 0),
      runs: runs.length,
      steps: runs.reduce((sum, run) => sum + run.steps.length, 0),
      vendors,
      statements: statements.count(),
    };
  } finally {
    stop();
    statements.stop();
  }
}
