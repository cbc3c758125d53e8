import { expect, it, onTestFinished } from "vitest";
import { startDevServer } from "../dev-server.ts";
import type { RealtimeMessageView } from "./api-types.ts";

/** The page's stream of messages, one at a time. */
async function follow(url: string) {
  const abort = new AbortController();
  const response = await fetch(`${url}/dashboard/api/realtime`, { signal: abort.signal });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  onTestFinished(() => abort.abort());
  let text = "";
  return async (): Promise<RealtimeMessageView> => {
    for (;;) {
      const found = /event: message\ndata: (.*)\n\n/.exec(text);
      if (found) {
        text = text.slice(found.index + found[0].length);
        return JSON.parse(found[1] ?? "");
      }
      text += (await reader?.read())?.value ?? "";
    }
  };
}

it("tells the last messages and then each that is published, large ones in part", async () => {
  const server = await startDevServer({ port: 0, pollInterval: false });
  onTestFinished(() => server.close());
  const publish = (topic: string, body: unknown) =>
    fetch(`${server.url}/v1/realtime/publish?channel=room&topic=${topic}&run_id=run_1`, {
      method: "POST",
      body: JSON.stringify(body),
    });
  await publish("before", { n: 1 });
  const next = await follow(server.url);
  expect(await next()).toMatchObject({
    kind: "data",
    channel: "room",
    topic: "before",
    runId: "run_1",
    payload: { text: '{"n":1}', bytes: 7, complete: true },
  });
  await publish("after", "x".repeat(30_000));
  const large = await next();
  expect(large).toMatchObject({ topic: "after", payload: { bytes: 30_002, complete: false } });
  expect(large.payload.text).toHaveLength(20_000);
});
