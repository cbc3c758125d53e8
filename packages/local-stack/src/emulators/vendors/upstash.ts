import * as z from "zod";
import { defineVendor, type EmulatorState, type VendorEmulator } from "../vendor.ts";
import { type RedisAnswer, redisRunner } from "./upstash-redis.ts";

const token = "upstash_local_emulator";

/**
 * Upstash's REST API for Redis (upstash.com/docs/redis/features/restapi): one command, a pipeline or a transaction a
 * request, over Redis in memory or the real one of `redisUrl`. Left out: commands in the path, and subscriptions.
 */
export const upstash = defineVendor({
  connection: { token },
  // Nothing started here may reach the Redis that the caller's environment names.
  environment: (url) => ({ UPSTASH_REDIS_REST_URL: url, UPSTASH_REDIS_REST_TOKEN: token, REDIS_URL: "" }),
  start,
});

const argument = z.union([z.string(), z.number(), z.boolean()]).transform(String);
const command = z.array(argument).min(1);
const commands = z.array(command);

async function start({ redisUrl }: EmulatorState): Promise<VendorEmulator> {
  const redis = redisRunner(redisUrl);

  async function answer(pathname: string, body: unknown): Promise<Response> {
    if (pathname === "/pipeline" || pathname === "/multi-exec") {
      const list = commands.safeParse(body);
      if (!list.success) return failure(400, "ERR failed to parse pipeline request");
      if (pathname === "/multi-exec") return Response.json(await redis.transaction(list.data));
      const answers: RedisAnswer[] = [];
      for (const args of list.data) answers.push(await redis.run(args));
      return Response.json(answers);
    }
    const args = command.safeParse(body);
    if (pathname !== "/" || !args.success) return failure(400, "ERR failed to parse command");
    const result = await redis.run(args.data);
    return Response.json(result, { status: "error" in result ? 400 : 200 });
  }

  return {
    errorBody: (status) => ({
      error: status === 429 ? "ERR max requests limit exceeded" : "ERR internal error",
    }),
    async handle(request) {
      if (request.headers.get("authorization") !== `Bearer ${token}`) {
        return failure(401, "WRONGPASS invalid or missing auth token");
      }
      if (request.method !== "POST") return failure(405, "ERR use POST");
      const body: unknown = await request.json().catch(() => undefined);
      const response = await answer(new URL(request.url).pathname, body);
      if (request.headers.get("upstash-encoding") !== "base64") return response;
      return Response.json(encoded(await response.json()), { status: response.status });
    },
    reset: redis.clear,
    close: redis.close,
  };
}

function failure(status: number, error: string): Response {
  return Response.json({ error }, { status });
}

/** Text results in base64, at any depth; a result that is just "OK", and errors, stay readable. */
function encoded(answer: unknown): unknown {
  if (Array.isArray(answer)) return answer.map(encoded);
  if (typeof answer !== "object" || answer === null || !("result" in answer)) return answer;
  return { result: answer.result === "OK" ? "OK" : inBase64(answer.result) };
}

function inBase64(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inBase64);
  return typeof value === "string" ? Buffer.from(value).toString("base64") : value;
}
