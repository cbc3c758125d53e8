import { defineSchema, defineTable } from "convex/server";
import { v } from "convex/values";
import { analyticsTables } from "./analyticsTables.ts";
import { copyTables } from "./copyTables.ts";
import { deliveryTables } from "./deliveryTables.ts";
import { orderTables } from "./orderTables.ts";
import { outboxTables } from "./outboxTables.ts";
import { peopleTables } from "./peopleTables.ts";
import { productTables } from "./productTables.ts";

/** Times are milliseconds since 1970. What has a free shape is kept as JSON text, whose field names may be any. */
const schema = defineSchema({
  ...outboxTables,
  ...deliveryTables,
  ...peopleTables,
  ...productTables,
  ...orderTables,
  ...analyticsTables,
  ...copyTables,

  signInCodes: defineTable({
    subjectHash: v.string(),
    salt: v.string(),
    codeHash: v.string(),
    tries: v.number(),
    long: v.boolean(),
    expiresAt: v.number(),
  })
    .index("bySubject", ["subjectHash"])
    .index("byExpiry", ["expiresAt"]),

  wrongCodes: defineTable({
    counterHash: v.string(),
    wrong: v.number(),
    since: v.number(),
    lastAt: v.number(),
    heldUntil: v.number(),
    noticedAt: v.optional(v.number()),
  })
    .index("byCounter", ["counterHash"])
    .index("byLast", ["lastAt"]),

  sessions: defineTable({
    tokenHash: v.string(),
    userId: v.string(),
    openedAt: v.number(),
    lastUsedAt: v.number(),
    expiresAt: v.number(),
    standing: v.optional(v.string()),
    idleSeconds: v.optional(v.number()),
    provenBy: v.optional(v.union(v.literal("code"), v.literal("passkey"))),
    place: v.optional(v.object({ browser: v.string(), network: v.string() })),
  })
    .index("byToken", ["tokenHash"])
    .index("byUser", ["userId", "lastUsedAt"])
    .index("byExpiry", ["expiresAt"])
    .index("byUse", ["lastUsedAt"]),

  knownBrowsers: defineTable({ tokenHash: v.string(), userId: v.string(), lastUsedAt: v.number() })
    .index("byToken", ["tokenHash", "userId"])
    .index("byUser", ["userId"])
    .index("byUse", ["lastUsedAt"]),

  passkeys: defineTable({
    credentialId: v.string(),
    userId: v.string(),
    name: v.string(),
    publicKey: v.string(),
    counter: v.number(),
    transports: v.array(v.string()),
    createdAt: v.number(),
    lastUsedAt: v.optional(v.number()),
  })
    .index("byCredential", ["credentialId"])
    .index("byUser", ["userId", "createdAt"]),

  passkeyChallenges: defineTable({
    tokenHash: v.string(),
    challenge: v.string(),
    userId: v.optional(v.string()),
    expiresAt: v.number(),
  })
    .index("byToken", ["tokenHash"])
    .index("byUser", ["userId"])
    .index("byExpiry", ["expiresAt"]),

  stepFailures: defineTable({
    runId: v.string(),
    step: v.string(),
    attempt: v.number(),
    failures: v.number(),
    failedAt: v.number(),
  })
    .index("byStep", ["runId", "step"])
    .index("byAge", ["failedAt"]),

  sendLedger: defineTable({
    key: v.string(),
    state: v.union(v.literal("sending"), v.literal("sent"), v.literal("ambiguous"), v.literal("failed")),
    holder: v.string(),
    attempts: v.number(),
    startedAt: v.number(),
    settledAt: v.optional(v.number()),
    result: v.optional(v.string()),
    lastError: v.optional(v.string()),
    /** When operations heard that its outcome is unknown. */
    toldAt: v.optional(v.number()),
  })
    .index("byKey", ["key"])
    .index("byDoubt", ["state", "startedAt"])
    .index("byAge", ["state", "settledAt"]),

  /** One row per log: the rows that go together, none when they went. */
  logBatches: defineTable({ log: v.string(), number: v.number(), from: v.number(), ids: v.array(v.string()) })
    .index("byLog", ["log"])
    .index("byNumber", ["number"]),

  deadLetters: defineTable({
    runId: v.string(),
    app: v.string(),
    workflow: v.string(),
    events: v.string(),
    error: v.object({ name: v.string(), message: v.string(), frames: v.optional(v.array(v.string())) }),
    attempts: v.optional(v.number()),
    replayOf: v.optional(v.string()),
    replays: v.optional(v.number()),
    nextReplayAt: v.optional(v.number()),
    /** When it failed, ISO 8601, and the run that tells those of one moment apart: what lists are ordered by. */
    position: v.string(),
    status: v.union(v.literal("open"), v.literal("replayed"), v.literal("discarded")),
    settledAt: v.optional(v.number()),
    replayRunId: v.optional(v.string()),
  })
    .index("byRun", ["runId"])
    .index("byPosition", ["position"])
    .index("byStatus", ["status", "position"])
    .index("byApp", ["app", "position"])
    .index("byStatusAndApp", ["status", "app", "position"])
    .index("byWorkflow", ["app", "workflow", "position"])
    .index("byStatusAndWorkflow", ["status", "app", "workflow", "position"])
    .index("byReplayed", ["replayOf", "position"])
    .index("byAge", ["status", "settledAt"]),

  /** How many letters of a workflow are open, so that nobody has to count them. */
  openLetters: defineTable({ app: v.string(), workflow: v.string(), open: v.number() })
    .index("byWorkflow", ["app", "workflow"])
    .index("byOpen", ["open"]),
});

export default schema;
