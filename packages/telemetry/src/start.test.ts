import { metrics, ProxyTracerProvider, trace } from "@opentelemetry/api";
import { expect, it } from "vitest";
import { observePort, traceFields } from "./observe.ts";
import { startTelemetry } from "./start.ts";

it("begins nothing, and loads nothing, where nobody wants to know", async () => {
  const telemetry = await startTelemetry({ service: "web", endpoint: undefined, isRead: false });
  expect(telemetry).toBeUndefined();
  const provider = trace.getTracerProvider();
  expect(provider instanceof ProxyTracerProvider && provider.getDelegate().constructor.name).toBe(
    "NoopTracerProvider",
  );
  expect(metrics.getMeterProvider().constructor.name).toBe("NoopMeterProvider");
});

it("leaves ports as they are: what they answer, what they throw and what they are not", async () => {
  const failure = new Error("away");
  const port = observePort("email", {
    vendor: "resend",
    send: async (to: string) => `sent to ${to}`,
    fail: () => Promise.reject(failure),
    limit: () => 5,
  });
  expect([port.vendor, port.limit(), await port.send("a")]).toEqual(["resend", 5, "sent to a"]);
  await expect(port.fail()).rejects.toBe(failure);
  expect(traceFields()).toEqual({});
});
