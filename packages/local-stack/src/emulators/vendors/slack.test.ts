import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { startEmulators } from "../start-emulators.ts";

const emulators = await startEmulators({ rateLimits: false });
const { url, token, channel } = emulators.slack;
const message = { channel, text: "A run failed", blocks: [] as object[] };

afterAll(() => emulators.stop());
beforeEach(async () => {
  emulators.setRateLimits(false);
  await emulators.reset();
});

async function post(change: object = {}, authorization = `Bearer ${token}`) {
  const answer = await fetch(`${url}/api/chat.postMessage`, {
    method: "POST",
    headers: { authorization, "content-type": "application/json" },
    body: JSON.stringify({ ...message, ...change }),
  });
  const body = (await answer.json()) as { ok: boolean; ts?: string; error?: string };
  return { status: answer.status, headers: answer.headers, body };
}

describe("Slack emulator", () => {
  it("posts a message, shows it in the outbox as a reader sees it and keeps it in the channel", async () => {
    const section = {
      type: "section",
      text: { type: "mrkdwn", text: "1 &lt; 2 <https://x.example/runs|Open>" },
    };
    const header = { type: "header", text: { type: "plain_text", text: "A run failed" } };
    const { status, body } = await post({ blocks: [header, section] });
    expect([status, body]).toEqual([200, expect.objectContaining({ ok: true, ts: expect.any(String) })]);
    expect(emulators.outbox()).toMatchObject([
      {
        id: body.ts,
        vendor: "slack",
        channel: "chat",
        to: "#alerts",
        subject: "A run failed",
        text: "1 < 2 Open: https://x.example/runs",
      },
    ]);
  });

  it.each([
    ["a channel that is not there", { channel: "nowhere" }, "channel_not_found"],
    ["a message without text", { text: "" }, "no_text"],
  ])("refuses %s with status 200", async (_case, change, error) => {
    expect(await post(change)).toMatchObject({ status: 200, body: { ok: false, error } });
    expect(emulators.outbox()).toEqual([]);
  });

  it("refuses another token than its own with status 200", async () => {
    expect(await post({}, "Bearer xoxb-other")).toMatchObject({ body: { ok: false, error: "invalid_auth" } });
  });

  it("allows one message a second", async () => {
    emulators.setRateLimits(true);
    const answers = [await post(), await post(), await post()];
    const refused = answers.filter(({ status }) => status === 429);
    // A window may end between two of the three messages, not between all of them.
    expect(refused.length).toBeGreaterThanOrEqual(1);
    expect(refused[0]?.body).toEqual({ ok: false, error: "ratelimited" });
    expect(refused[0]?.headers.get("retry-after")).toBe("1");
  });
});
