import { Hono } from "hono";
import { streamSSE } from "hono/streaming";
import type { RealtimeMessage } from "../realtime/hub.ts";
import type { RealtimeMessageView } from "./api-types.ts";
import type { DashboardOptions } from "./options.ts";

const heartbeat = 15_000;
const mostWaiting = 500;
const previewLength = 20_000;

/** `GET /realtime`: the last messages, then each as it is published. A page that does not keep up misses the oldest. */
export function createRealtimeStream({ realtime }: DashboardOptions): Hono {
  const app = new Hono();
  app.get("/realtime", (context) =>
    streamSSE(context, async (stream) => {
      const waiting: RealtimeMessage[] = realtime.recent();
      let wake = () => {};
      const unsubscribe = realtime.watch((message) => {
        waiting.push(message);
        if (waiting.length > mostWaiting) waiting.shift();
        wake();
      });
      stream.onAbort(() => {
        unsubscribe();
        wake();
      });
      await stream.writeSSE({ event: "hello", data: "{}" });
      while (!stream.aborted) {
        const message = waiting.shift();
        if (message) {
          await stream.writeSSE({ event: "message", data: JSON.stringify(toMessageView(message)) });
          continue;
        }
        const isSilent = await new Promise<boolean>((resolve) => {
          const timer = setTimeout(() => resolve(true), heartbeat);
          timer.unref();
          wake = () => {
            clearTimeout(timer);
            resolve(false);
          };
        });
        if (isSilent && !stream.aborted) await stream.write(": still here\n\n");
      }
    }),
  );
  return app;
}

function toMessageView({ position, data, ...message }: RealtimeMessage): RealtimeMessageView {
  const text = JSON.stringify(data) ?? "null";
  const complete = text.length <= previewLength;
  return {
    ...message,
    // Positions begin anew with each engine.
    id: `${message.createdAt}-${position}`,
    payload: {
      text: complete ? text : text.slice(0, previewLength),
      bytes: Buffer.byteLength(text),
      complete,
    },
  };
}
