import { experiment, type Inngest } from "inngest";
import { expect } from "vitest";
import type { Suite } from "../suite.ts";

/** Metadata, scores and experiments: what they do to a run. How an engine shows them is its own. */
export function describeMetadata({ needs, start }: Suite): void {
  needs({ wait: "1m" })("takes metadata and scores of steps and of the client", async () => {
    const { metadataMiddleware, scoreMiddleware } = await import("inngest/experimental");
    let scoreLater: (runId: string) => Promise<unknown> = async () => undefined;
    const engine = await start((inngest) => {
      scoreLater = async (runId) => inngest.score({ runId, name: "late", value: true });
      const middleware = [metadataMiddleware(), scoreMiddleware()];
      return [
        inngest.createFunction(
          { id: "note", triggers: [{ event: "go" }], retries: 0, middleware },
          async ({ step, runId }) => {
            await step.metadata("note-run").set({ tier: "gold" });
            await step.run("work", async () => inngest.metadata.set({ tokens: 3 }, "usage"));
            await step.score("score-run", { name: "quality", value: 0.5 });
            await step.run("by-client", () => inngest.score({ runId, name: "speed", value: 2 }));
            await inngest.metadata.run(runId).set({ outside: true }, "body");
            return "noted";
          },
        ),
      ];
    });
    await engine.send({ name: "go" });
    const run = await engine.run("note");
    expect(run).toMatchObject({ status: "Completed", output: "noted" });
    await expect(scoreLater(run.id)).resolves.toBeUndefined();
  });

  needs({ wait: "1m" })("refuses metadata of a run that it does not know", async () => {
    let score: (runId: string) => Promise<unknown> = async () => undefined;
    await start((inngest) => {
      score = async (runId) => inngest.score({ runId, name: "n", value: 1 });
      return [];
    });
    await expect(score("01JZ0000000000000000000000")).rejects.toThrow("Failed to update metadata");
  });

  needs({ wait: "1m", steps: true })(
    "runs the variant of an experiment that was chosen, as steps",
    async () => {
      const ran: string[] = [];
      const engine = await start((inngest) => [
        inngest.createFunction({ id: "try", triggers: [{ event: "go" }] }, async ({ group, step }) => {
          const { result, variant } = await group.experiment("layout", {
            variants: {
              a: () => step.run("show-a", () => ran.push("a")),
              b: () => step.run("show-b", () => ran.push("b")),
            },
            select: experiment.fixed("b"),
          });
          await step.sleep("nap", "1s");
          return [result, variant];
        }),
      ]);
      await engine.send({ name: "go" });
      await engine.advance("1s");
      expect(ran).toEqual(["b"]);
      expect(await engine.run("try")).toMatchObject({
        status: "Completed",
        output: [1, "b"],
        steps: [{ id: "layout", output: "b" }, { id: "show-b" }, { id: "nap" }],
      });
    },
  );

  needs({ wait: "1m" })("takes many events of one step, and gives their ids", async () => {
    const engine = await start((inngest) => [
      inngest.createFunction({ id: "send", triggers: [{ event: "go" }] }, async ({ step }) => {
        const { ids } = await step.sendEvent("many", [
          { name: "one", data: { n: 1 } },
          { name: "two", data: { n: 2 } },
        ]);
        return ids;
      }),
      inngest.createFunction({ id: "hear", triggers: [{ event: "two" }] }, async ({ event }) => event.data),
    ]);
    await engine.send({ name: "go" });
    const { output, status } = await engine.run("send");
    expect(status).toBe("Completed");
    const [one, two] = [...(await engine.events({ name: "one" })), ...(await engine.events({ name: "two" }))];
    expect(output).toEqual([one?.id, two?.id]);
    expect(await engine.run("hear")).toMatchObject({ output: { n: 2 } });
  });

  needs({ wait: "1m" })("takes the app's own trace of a run", async () => {
    let post: (runId: string) => Promise<Response> = () => Promise.reject(new Error("no engine"));
    const engine = await start((inngest) => {
      post = (runId) => postTrace(inngest, runId);
      return [inngest.createFunction({ id: "traced", triggers: [{ event: "go" }] }, async () => "done")];
    });
    await engine.send({ name: "go" });
    const { id, status } = await engine.run("traced");
    expect(status).toBe("Completed");
    expect((await post(id)).status).toBe(200);
  });
}

/** One span, as OpenTelemetry's exporter posts it for `extendedTracesMiddleware`. */
function postTrace(inngest: Inngest, runId: string): Promise<Response> {
  const text = (key: string, stringValue: string) => ({ key, value: { stringValue } });
  const span = {
    traceId: "0af7651916cd43dd8448eb211c80319c",
    spanId: "b7ad6b7169203331",
    name: "query",
    kind: 1,
    startTimeUnixNano: "1793491200000000000",
    endTimeUnixNano: "1793491200005000000",
    attributes: [text("sdk.run.id", runId), text("db.name", "orders")],
    status: { code: 0 },
  };
  const body = {
    resourceSpans: [{ resource: { attributes: [] }, scopeSpans: [{ scope: { name: "db" }, spans: [span] }] }],
  };
  return inngest.fetch(new URL("/v1/traces/userland", inngest.apiBaseUrl), {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
}
