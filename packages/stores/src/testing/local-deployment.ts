import { readdirSync } from "node:fs";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { makeFunctionReference } from "convex/server";
import { convexToJson, jsonToConvex, type Value } from "convex/values";
import { convexTest } from "convex-test";
import type { TableNames } from "../../convex/_generated/dataModel.d.ts";
import schema from "../../convex/schema.ts";
import { isConvexError } from "../convex/failures.ts";
import { type Answer, subscriptionsOn } from "./convex-subscriptions.ts";

const folder = join(import.meta.dirname, "../../convex");

/** The deployed modules as the runner wants them: by their path, each with its import. */
export const convexModules: Readonly<Record<string, () => Promise<Record<string, unknown>>>> = {
  // By its folder's name the runner knows where paths begin.
  [join(folder, "_generated/api.js")]: async () => ({}),
  ...Object.fromEntries(
    readdirSync(folder)
      .filter((file) => /^[A-Za-z]+\.ts$/.test(file))
      .map((file) => [join(folder, file), once(() => import(join(folder, file)))]),
  ),
};

/** The runner asks for a function's module with each call, and finding it again takes longer than most calls. */
function once<Result>(load: () => Promise<Result>): () => Promise<Result> {
  let loaded: Promise<Result> | undefined;
  return () => {
    loaded ??= load();
    return loaded;
  };
}

/** How the next call fails: cut off before it is answered or after it took effect, or with a status and Convex's code. */
export type NextFailure =
  | { cut: "before" | "after" }
  | { status: number; code?: string; text?: string; headers?: Record<string, string> };

type Runner = ReturnType<typeof runnerOf>;

function runnerOf(transactionLimits: true | { documentsRead: number }) {
  return convexTest({ schema, modules: convexModules, transactionLimits });
}

export interface LocalDeployment {
  url: string;
  /** Runs a function on the tables directly, as a deployment's dashboard does. */
  run: Runner["run"];
  /** The following calls fail so, one after the other. */
  failNext(...failures: NextFailure[]): void;
  /** How many calls arrived. */
  calls(): number;
  /** How many bytes they had, with what was answered. */
  bytes(): number;
  /** How many connections listen. */
  listeners(): number;
  /** Drops the connections of those who listen, as a network does. */
  dropSubscriptions(): void;
  stop(): void;
}

export interface LocalDeploymentOptions {
  serviceKey: string;
  /** Default: any free one. */
  port?: number;
  /** How many documents a call may read at most. Default: Convex's own limits. */
  documentsRead?: number;
  onMutation?: () => void;
}

interface Call {
  path: string;
  args: [Record<string, unknown>];
}

/**
 * Deployed functions behind the HTTP interface of a Convex deployment in production: the real client speaks with it. Like
 * one in production it keeps the messages of errors to itself, except for a `ConvexError`'s data. All is in memory.
 */
export async function localDeployment(options: LocalDeploymentOptions): Promise<LocalDeployment> {
  const { serviceKey, port = 0, documentsRead, onMutation = () => undefined } = options;
  process.env.CONVEX_SERVICE_KEY = serviceKey;
  const runner = runnerOf(documentsRead === undefined ? true : { documentsRead });
  const failures: NextFailure[] = [];
  let calls = 0;
  let bytes = 0;

  async function perform(kind: "query" | "mutation", { path, args }: Call): Promise<Answer> {
    if (!(await isPublic(path))) {
      const advice = "Did you forget to run `npx convex dev` or `npx convex deploy`?";
      const errorMessage = `[Request ID: 0] Server Error\nCould not find public function for '${path}'. ${advice}`;
      return { status: "error", errorMessage, logLines: [] };
    }
    const values = decoded(args[0]);
    try {
      const result =
        kind === "query"
          ? await runner.query(makeFunctionReference<"query">(path), values)
          : await runner.mutation(makeFunctionReference<"mutation">(path), values);
      return { status: "success", value: convexToJson(result), logLines: [] };
    } catch (error) {
      const data = isConvexError(error) ? { errorData: convexToJson(thrownData(error)) } : {};
      return { status: "error", errorMessage: "[Request ID: 0] Server Error", ...data, logLines: [] };
    }
  }

  const server = createServer(async (request, response) => {
    if (request.method === "GET") return void response.end("local");
    calls += 1;
    const failure = failures.shift();
    const kind = /^\/api\/(query|mutation)$/.exec(request.url ?? "")?.[1];
    const { text, call: body } = await bodyOf(request);
    bytes += Buffer.byteLength(text);
    if (failure && "status" in failure) {
      const { status, code, text = JSON.stringify({ code, message: "Said by Convex." }) } = failure;
      response.writeHead(status, { "content-type": "application/json", ...failure.headers }).end(text);
      return;
    }
    if (failure?.cut === "before") return void request.socket.destroy();
    const answer = await perform(kind === "query" ? "query" : "mutation", body);
    if (kind === "mutation") {
      subscriptions.changed();
      onMutation();
    }
    if (failure) return void request.socket.destroy();
    const status = "errorMessage" in answer ? 560 : 200;
    const said = JSON.stringify(answer);
    bytes += Buffer.byteLength(said);
    response.writeHead(status, { "content-type": "application/json" }).end(said);
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  const subscriptions = subscriptionsOn(server, (path, args) => perform("query", { path, args }));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    run: runner.run,
    failNext: (...next) => failures.push(...next),
    calls: () => calls,
    bytes: () => bytes,
    listeners: subscriptions.count,
    dropSubscriptions: subscriptions.drop,
    stop() {
      subscriptions.close();
      server.closeAllConnections();
      server.close();
    },
  };
}

/** Holds because the runner's tables are the schema's. */
export const tableNames = Object.keys(schema.tables) as TableNames[];

async function isPublic(path: string): Promise<boolean> {
  const [module, name = "default"] = path.split(":");
  const load = convexModules[join(folder, `${module}.ts`)];
  const found = load && (await load())[name];
  return typeof found === "function" && "isPublic" in found && found.isPublic === true;
}

/** Holds because a function threw it, whose data Convex can hold. */
function thrownData({ data }: { data: unknown }): Value {
  return data as Value;
}

/** Guarantees what the client does: that a call's arguments are an object. */
function decoded(args: unknown): Record<string, Value> {
  return jsonToConvex(args as Parameters<typeof jsonToConvex>[0]) as Record<string, Value>;
}

async function bodyOf(request: IncomingMessage): Promise<{ text: string; call: Call }> {
  let text = "";
  for await (const chunk of request) text += chunk;
  return { text, call: JSON.parse(text) };
}
