import { createHash } from "node:crypto";
import * as z from "zod";
import { brandErrors, hasBrand } from "../core/brand.ts";
import { nextCronTime } from "../core/cron.ts";
import { parseDuration } from "../core/durations.ts";
import { checkExpression } from "../core/expressions.ts";
import type { AppRecord, FunctionConfig } from "../core/records.ts";

const concurrencySchema = z.object({
  limit: z.number(),
  key: z.string().nullish(),
  scope: z.enum(["fn", "env", "account"]).nullish(),
});

const duration = z.union([z.string(), z.number()]).transform((value, context) => {
  try {
    return parseDuration(value);
  } catch (error) {
    context.addIssue({ code: "custom", message: error instanceof Error ? error.message : "not a duration" });
    return z.NEVER;
  }
});

const expression = z.string().superRefine((source, context) => {
  try {
    checkExpression(source);
  } catch (error) {
    const reason = error instanceof Error ? error.message : "it cannot be read";
    context.addIssue({ code: "custom", message: `"${source}" is not a valid expression: ${reason}` });
  }
});

const functionSchema = z.object({
  id: z.string().min(1),
  name: z.string().nullish(),
  triggers: z
    .array(
      z.object({ event: z.string().nullish(), expression: expression.nullish(), cron: z.string().nullish() }),
    )
    .max(10, "a function has at most 10 triggers")
    .nullish(),
  steps: z.record(
    z.string(),
    z.object({
      runtime: z.object({ url: z.string() }),
      retries: z.object({ attempts: z.number().int().min(0).max(20).optional() }).nullish(),
    }),
  ),
  idempotency: expression.nullish(),
  batchEvents: z
    .object({
      maxSize: z.number().int().min(1),
      timeout: duration,
      key: expression.nullish(),
      if: expression.nullish(),
    })
    .nullish(),
  rateLimit: z
    .object({ limit: z.number().int().min(1), period: duration, key: expression.nullish() })
    .nullish(),
  throttle: z
    .object({
      limit: z.number().int().min(1),
      period: duration,
      burst: z.number().int().min(0).nullish(),
      key: expression.nullish(),
    })
    .nullish(),
  debounce: z.object({ period: duration, timeout: duration.nullish(), key: expression.nullish() }).nullish(),
  singleton: z.object({ key: expression.nullish(), mode: z.enum(["skip", "cancel"]) }).nullish(),
  cancel: z
    .array(z.object({ event: z.string(), if: expression.nullish(), timeout: z.string().nullish() }))
    .max(5, "a function has at most 5 cancelOn rules")
    .nullish(),
  timeouts: z.object({ start: duration.nullish(), finish: duration.nullish() }).nullish(),
  priority: z.object({ run: expression.nullish() }).nullish(),
  concurrency: z
    .union([
      z.number(),
      concurrencySchema,
      z.array(concurrencySchema).max(2, "a function has at most 2 concurrency limits"),
    ])
    .nullish(),
});

/** What the SDK posts to `/fn/register`, or answers to an in-band sync. */
const registrationSchema = z.object({
  url: z.string(),
  appName: z.string().optional(),
  app_id: z.string().optional(),
  sdk: z.string().default("unknown"),
  framework: z.string().nullish(),
  functions: z.array(functionSchema),
});

/** An app cannot be synced as it is. `message` names the function and the setting. */
export class RegistrationError extends Error {
  static {
    brandErrors(RegistrationError.prototype, "RegistrationError");
  }
  static isInstance(value: unknown): value is RegistrationError {
    return hasBrand(value, "RegistrationError");
  }
  override readonly name = "RegistrationError";
}

/**
 * Reads a registration.
 * @throws RegistrationError when a function's settings contradict each other or the protocol.
 */
export function readRegistration(body: unknown, now: number): AppRecord {
  const parsed = registrationSchema.safeParse(body);
  if (!parsed.success)
    throw new RegistrationError(`the registration is not valid: ${z.prettifyError(parsed.error)}`);
  const { url, appName, app_id: appId, sdk, framework, functions } = parsed.data;
  const id = appName ?? appId;
  if (!id) throw new RegistrationError("the registration names no app: `appName` is missing.");
  const configs = functions.map((definition) => toConfig(definition, id, now));
  return {
    id,
    url,
    sdk,
    ...(framework ? { framework } : {}),
    checksum: createHash("sha1")
      .update(JSON.stringify([url, sdk, configs]))
      .digest("hex"),
    syncedAt: now,
    functions: configs,
  };
}

type Definition = z.infer<typeof functionSchema>;

function toConfig(definition: Definition, appId: string, now: number): FunctionConfig {
  checkSettings(definition, now);
  const [step] = Object.values(definition.steps);
  if (!step) throw new RegistrationError(`function "${definition.id}" has no step to call.`);
  const { batchEvents, throttle, rateLimit, debounce, singleton, timeouts } = definition;
  return withoutNull({
    id: definition.id,
    appId,
    name: definition.name ?? definition.id,
    url: step.runtime.url,
    triggers: (definition.triggers ?? []).map((trigger) => withoutNull(trigger)),
    maxAttempts: (step.retries?.attempts ?? defaultRetries) + 1,
    concurrency: concurrencyList(definition.concurrency).filter(({ limit }) => limit > 0),
    throttle: throttle && withoutNull({ ...throttle, burst: throttle.burst ?? 0 }),
    rateLimit: rateLimit && withoutNull(rateLimit),
    debounce: debounce && withoutNull(debounce),
    batch: batchEvents && withoutNull(batchEvents),
    priority: definition.priority?.run,
    singleton: singleton && withoutNull(singleton),
    idempotency: definition.idempotency,
    cancel: (definition.cancel ?? []).map((rule) => withoutNull(rule)),
    timeouts: timeouts && withoutNull(timeouts),
  });
}

const defaultRetries = 4;

function concurrencyList(value: Definition["concurrency"]): FunctionConfig["concurrency"] {
  if (value === null || value === undefined) return [];
  if (typeof value === "number") return [{ limit: value }];
  return (Array.isArray(value) ? value : [value]).map((entry) => withoutNull(entry));
}

function checkSettings(
  { id, triggers, batchEvents, cancel, debounce, singleton, rateLimit }: Definition,
  now: number,
): void {
  const seen = new Set<string>();
  for (const trigger of triggers ?? []) {
    const key = JSON.stringify([trigger.event, trigger.cron, trigger.expression]);
    if (seen.has(key)) throw new RegistrationError(`function "${id}" has a duplicate trigger: ${key}.`);
    seen.add(key);
    if (trigger.cron) checkCron(id, trigger.cron, now);
  }
  const clashes = Object.entries({ cancelOn: cancel?.length, debounce, singleton, rateLimit }).filter(
    ([, value]) => value,
  );
  if (batchEvents && clashes.length > 0) {
    throw new RegistrationError(
      `function "${id}" combines batchEvents with ${clashes[0]?.[0]}, which Inngest refuses.`,
    );
  }
}

function checkCron(id: string, cron: string, now: number): void {
  try {
    nextCronTime(cron, now);
  } catch (error) {
    const reason = error instanceof Error ? error.message : "it cannot be read";
    throw new RegistrationError(`function "${id}" has the cron trigger "${cron}": ${reason}`);
  }
}

type WithoutNull<T> = { [Key in keyof T]: Exclude<T[Key], null> };

/** Leaves out absent settings. Guarantee: every remaining value is neither null nor undefined. */
function withoutNull<T extends object>(value: T): WithoutNull<T> {
  const entries = Object.entries(value).filter(([, inner]) => inner !== null && inner !== undefined);
  return Object.fromEntries(entries) as WithoutNull<T>;
}
