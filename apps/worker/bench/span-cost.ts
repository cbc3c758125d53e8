import { context, metrics, trace } from "@opentelemetry/api";
import { observePort } from "@org/telemetry/observe";
import { startTelemetry } from "@org/telemetry/start";
import { median } from "@org/tooling/measure";

const spans = 500;
const rounds = 20;

/**
 * Milliseconds of processor time that telling of one call takes, its span, its measurement and sending both, over calling
 * without telemetry. The two take turns. What the collector takes is in it when it runs in this process: at most that much.
 */
export async function costOfSpan(endpoint: string): Promise<number> {
  const port = observePort("email", { async send(_message: object): Promise<void> {} });
  const call = async () => {
    for (let number = 0; number < spans; number++) await port.send({});
  };
  const told = async () => {
    const telemetry = await startTelemetry({ service: "worker", endpoint, isRead: true });
    await call();
    await telemetry?.stop();
    for (const api of [trace, metrics, context]) api.disable();
  };
  await told();
  const [off, on]: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round++) {
    off.push(await processorOf(call));
    on.push(await processorOf(told));
  }
  return (median(on) - median(off)) / spans;
}

/** Milliseconds. */
async function processorOf(work: () => Promise<void>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}
