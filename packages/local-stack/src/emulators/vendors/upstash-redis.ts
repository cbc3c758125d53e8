import { randomUUID } from "node:crypto";
import { Redis } from "ioredis";
import RedisMock from "ioredis-mock";

export type RedisAnswer = { result: unknown } | { error: string };

/** Runs commands by name, as Redis takes them over the wire. */
export interface RedisRunner {
  run(args: readonly string[]): Promise<RedisAnswer>;
  /** All or none, with nothing of others in between. */
  transaction(commands: readonly (readonly string[])[]): Promise<RedisAnswer[]>;
  clear(): Promise<void>;
  close(): void;
}

/** Commands that hold the connection or change it for all others. */
const unavailable =
  /^(b[lrz]|subscribe|psubscribe|ssubscribe|monitor|wait|select|auth|quit|multi|exec|discard|watch)/i;

/** A real Redis, or one in memory without a URL. */
export function redisRunner(url?: string): RedisRunner {
  // The mock shares its data between instances of the same host.
  const redis = url ? new Redis(url) : new RedisMock({ host: randomUUID() });

  async function run([name = "", ...args]: readonly string[]): Promise<RedisAnswer> {
    if (unavailable.test(name)) return { error: `ERR Command is not available: '${name}'` };
    try {
      const result = url ? await redis.call(name, ...args) : await callMock(redis, name, args);
      return toAnswer(null, result);
    } catch (error) {
      return toAnswer(error, null);
    }
  }

  return {
    run,
    async transaction(commands) {
      const refused = commands.find(([name = ""]) => unavailable.test(name));
      if (refused) return commands.map(() => ({ error: `ERR Command is not available: '${refused[0]}'` }));
      try {
        const list = commands.map(([name = "", ...args]) => [name.toLowerCase(), ...withOptions(name, args)]);
        const answers = await redis.multi(list).exec();
        return (answers ?? []).map(([error, result]) => toAnswer(error, result));
      } catch (error) {
        return commands.map(() => toAnswer(error, null));
      }
    },
    async clear() {
      await redis.flushdb();
    },
    close: () => redis.disconnect(),
  };
}

/** The mock has no `call`; its commands are methods. */
async function callMock(mock: Redis, name: string, args: string[]): Promise<unknown> {
  const command: unknown = Reflect.get(mock, name.toLowerCase());
  if (typeof command !== "function") throw new Error(`unknown command '${name}'`);
  return command.apply(mock, withOptions(name, args));
}

/** The mock knows the options of SET in capitals only. */
function withOptions(name: string, args: string[]): string[] {
  if (name.toLowerCase() !== "set") return args;
  return args.map((arg, index) => (index < 2 ? arg : arg.toUpperCase()));
}

function toAnswer(error: unknown, result: unknown): RedisAnswer {
  if (error) return { error: messageOf(error) };
  // What the mock makes of a number command on text.
  if (Number.isNaN(result)) return { error: "ERR value is not an integer or out of range" };
  return { result: flat(result) };
}

/** The client gives hashes as objects; Redis as a list of names and values. */
function flat(result: unknown): unknown {
  const isHash = typeof result === "object" && result !== null && !Array.isArray(result);
  return isHash ? Object.entries(result).flat() : result;
}

function messageOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return /^[A-Z]+ /.test(message) ? message : `ERR ${message}`;
}
