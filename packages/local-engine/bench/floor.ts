import { Agent, createServer, request } from "node:http";
import type { AddressInfo } from "node:net";

/** An engine that does nothing but call and answer: what the SDK itself can do at most. It stores nothing. */
export interface Floor {
  url: string;
  /** Runs the function once; resolves when its result is there. */
  run(workerUrl: string, functionId: string): Promise<void>;
  close(): void;
}

export async function startFloor(): Promise<Floor> {
  const server = createServer((incoming, outgoing) => {
    incoming.resume();
    incoming.on("end", () => outgoing.writeHead(200, { "content-type": "application/json" }).end("{}"));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const agent = new Agent({ keepAlive: true, maxSockets: 1_000 });
  let count = 0;

  function post(url: string, body: string): Promise<{ status: number; body: string }> {
    return new Promise((resolve, reject) => {
      const headers = {
        "content-type": "application/json",
        "content-length": String(Buffer.byteLength(body)),
      };
      const outgoing = request(url, { method: "POST", agent, headers }, (incoming) => {
        const chunks: Buffer[] = [];
        incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
        incoming.on("end", () =>
          resolve({ status: incoming.statusCode ?? 0, body: Buffer.concat(chunks).toString() }),
        );
      });
      outgoing.on("error", reject);
      outgoing.end(body);
    });
  }

  async function run(workerUrl: string, functionId: string): Promise<void> {
    const id = `run-${count++}`;
    const steps: Record<string, unknown> = {};
    const stack: string[] = [];
    const event = { name: "three", data: {}, id, ts: Date.now() };
    for (;;) {
      const context = {
        run_id: id,
        fn_id: functionId,
        step_id: "step",
        attempt: 0,
        max_attempts: 5,
        qi_id: id,
      };
      const ctx = {
        ...context,
        stack: { stack, current: stack.length },
        disable_immediate_execution: false,
        use_api: false,
      };
      const body = JSON.stringify({ version: -1, event, events: [event], steps, ctx });
      const answer = await post(`${workerUrl}?fnId=${functionId}&stepId=step`, body);
      if (answer.status === 200) return;
      if (answer.status !== 206) throw new Error(`the worker answered ${answer.status}: ${answer.body}`);
      for (const operation of JSON.parse(answer.body) as { id: string; op: string; data: unknown }[]) {
        if (operation.op === "RunComplete") return;
        steps[operation.id] = { data: operation.data };
        stack.push(operation.id);
      }
    }
  }

  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    run,
    close() {
      agent.destroy();
      server.closeAllConnections();
      server.close();
    },
  };
}
