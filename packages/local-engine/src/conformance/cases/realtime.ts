import { Inngest } from "inngest";
import { channel, getSubscriptionToken, type Realtime, staticSchema, subscribe } from "inngest/realtime";
import { expect, onTestFinished, vi } from "vitest";
import type { Suite } from "../suite.ts";

const chat = channel({
  name: ({ room }: { room: string }) => `chat:${room}`,
  topics: {
    status: { schema: staticSchema<{ text: string }>() },
    words: { schema: staticSchema<{ word: string }>() },
  },
});

const patience = { timeout: 10_000, interval: 10 };

/** Messages to those who listen: published by steps, by the client, and as streams. */
export function describeRealtime({ needs, start }: Suite): void {
  const client = (url: string) => new Inngest({ id: "app", isDev: true, baseUrl: url });

  /** Everything that a subscription of the SDK's gets. */
  async function listen(url: string, room: string, topics: ("status" | "words")[]) {
    const heard: Realtime.Message[] = [];
    const subscription = await subscribe({
      app: client(url),
      channel: chat({ room }),
      topics,
      onMessage: (message: Realtime.Message) => void heard.push(message),
    });
    onTestFinished(() => subscription.close());
    return heard;
  }

  /** The same without the SDK's subscription, which (4.24) throws at the start of a stream. */
  async function listenBare(url: string, room: string) {
    const heard: { kind: string; data: unknown; stream_id?: string }[] = [];
    const { key } = await getSubscriptionToken(client(url), { channel: `chat:${room}`, topics: ["words"] });
    const socket = new WebSocket(`${url.replace("http", "ws")}/v1/realtime/connect?token=${key}`);
    socket.onmessage = ({ data }) => heard.push(JSON.parse(String(data)));
    onTestFinished(() => socket.close());
    await new Promise((resolve, reject) => {
      socket.onopen = resolve;
      socket.onerror = reject;
    });
    return heard;
  }

  needs({})("completes steps that publish with what they published", async () => {
    const engine = await start((inngest) => [
      inngest.createFunction({ id: "say", triggers: [{ event: "go" }] }, async ({ step }) => {
        const said = await step.realtime.publish("say-it", chat({ room: "a" }).status, { text: "hello" });
        await step.run("say-more", () =>
          inngest.realtime.publish(chat({ room: "a" }).words, { word: "more" }),
        );
        return said;
      }),
    ]);
    await engine.send({ name: "go" });
    expect(await engine.run("say")).toMatchObject({ status: "Completed", output: { text: "hello" } });
  });

  needs({ sockets: true })("delivers what is published, in order, to subscribers of that topic", async () => {
    const engine = await start((inngest) => [
      inngest.createFunction({ id: "say", triggers: [{ event: "go" }] }, async ({ step }) => {
        for (const text of ["one", "two", "three"])
          await step.realtime.publish(`say-${text}`, chat({ room: "a" }).status, { text });
        await step.run("end", () => inngest.realtime.publish(chat({ room: "a" }).words, { word: "the end" }));
      }),
    ]);
    const both = await listen(engine.url, "a", ["status", "words"]);
    const status = await listen(engine.url, "a", ["status"]);
    const other = await listen(engine.url, "b", ["status", "words"]);
    await engine.send({ name: "go" });
    await vi.waitFor(() => expect(both).toHaveLength(4), patience);
    const { id: runId } = await engine.run("say");
    expect(both).toMatchObject([
      { kind: "data", channel: "chat:a", topic: "status", data: { text: "one" }, runId },
      { topic: "status", data: { text: "two" }, runId },
      { topic: "status", data: { text: "three" }, runId },
      { topic: "words", data: { word: "the end" }, runId },
    ]);
    expect(status.map(({ data }) => data)).toEqual([{ text: "one" }, { text: "two" }, { text: "three" }]);
    expect(other).toEqual([]);
  });

  needs({ sockets: true })("does not deliver to those who come later", async () => {
    const { url } = await start(() => []);
    const publish = (text: string) => client(url).realtime.publish(chat({ room: "late" }).status, { text });
    await publish("missed");
    const heard = await listen(url, "late", ["status"]);
    await publish("heard");
    await vi.waitFor(() => expect(heard).toMatchObject([{ data: { text: "heard" } }]), patience);
  });

  needs({ sockets: true })("passes a stream on as it is written, between its start and its end", async () => {
    const { url } = await start(() => []);
    const heard = await listenBare(url, "stream");
    const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
    const writer = writable.getWriter();
    const published = fetch(`${url}/v1/realtime/publish?channel=chat:stream&topic=words`, {
      method: "POST",
      headers: { "content-type": "text/stream" },
      body: readable,
      duplex: "half",
    });
    for (const [position, word] of ["to", "be"].entries()) {
      await writer.write(new TextEncoder().encode(word));
      await vi.waitFor(() => expect(heard).toHaveLength(position + 2), patience);
    }
    await writer.close();
    expect((await published).status).toBe(200);
    await vi.waitFor(() => expect(heard).toHaveLength(4), patience);
    const id = heard[0]?.data;
    expect(heard).toMatchObject([
      { kind: "datastream-start", data: expect.any(String) },
      { kind: "chunk", data: "to", stream_id: id },
      { kind: "chunk", data: "be", stream_id: id },
      { kind: "datastream-end", data: id },
    ]);
  });

  needs({ sockets: true })("opens a token's topics and no others", async () => {
    const { url } = await start(() => []);
    const room = chat({ room: "token" });
    const token = await getSubscriptionToken(client(url), { channel: room, topics: ["status"] });
    const heard: unknown[] = [];
    const subscription = await subscribe({
      ...token,
      channel: room,
      topics: ["status", "words"],
      onMessage: ({ data }: Realtime.Message) => void heard.push(data),
    });
    onTestFinished(() => subscription.close());
    await client(url).realtime.publish(room.words, { word: "not for this token" });
    await client(url).realtime.publish(room.status, { text: "for it" });
    await vi.waitFor(() => expect(heard).toEqual([{ text: "for it" }]), patience);
    const forged = { ...token, key: `${token.key?.slice(0, -4)}AAAA` };
    const quiet = vi.spyOn(console, "error").mockImplementation(() => {});
    onTestFinished(() => quiet.mockRestore());
    await expect(subscribe({ ...forged, onMessage() {} })).rejects.toBeDefined();
  });

  needs({ sockets: true })(
    "gives tokens to those who post, and takes no message without an address",
    async () => {
      const { url } = await start(() => []);
      const statusOf = async (path: string, init: RequestInit = { method: "POST", body: "{}" }) =>
        (await fetch(url + path, init)).status;
      expect(await statusOf("/v1/realtime/token", { method: "GET" })).toBe(405);
      expect(await statusOf("/v1/realtime/publish?channel=a&topic=b")).toBe(200);
      expect(await statusOf("/v1/realtime/publish?channel=a")).toBe(400);
    },
  );
}
