import type { Emulators } from "../emulators/start-emulators.ts";

/** What the local deployment of Convex asks for. */
export const localServiceKey = "of the local stack alone, and no secret at all";

interface Addresses {
  web: string;
  worker: string;
  engine: string;
  /** Absent where none runs. */
  convex?: string;
  /** Absent where nobody serves it. */
  catalogue?: string | undefined;
}

export interface EnvironmentInput {
  /** Environment to extend; what the stack decides wins. */
  base: NodeJS.ProcessEnv;
  mode: "development" | "production";
  addresses: Addresses;
  /** Whether the engine is ours; otherwise it is Inngest's Dev Server, with pages of its own. */
  ownEngine: boolean;
  databaseUrl: string;
  /** Where the worker keeps files for good. */
  archiveDir: string;
  /** Where both apps keep pictures of products. Default: nowhere. */
  picturesDir?: string;
  /** Whether the emulators enforce the vendors' rate limits. */
  rateLimits: boolean;
  emulators: Pick<Emulators, "environment" | "inbox">;
}

/** What the worker may send when the emulators take anything: nothing is held back. */
const unlimited = {
  RESEND_REQUESTS_PER_SECOND: "1000000",
  SMS_REQUESTS_PER_SECOND: "1000000",
  ONESIGNAL_REQUESTS_PER_SECOND: "1000000",
};

/**
 * Environment of the apps. Every vendor is set to its emulator even where the caller's environment has real
 * keys, so that nothing started here can reach a real person.
 */
export function appEnvironment(input: EnvironmentInput): NodeJS.ProcessEnv {
  const { base, mode, addresses, ownEngine, databaseUrl, archiveDir, picturesDir, rateLimits, emulators } =
    input;
  return {
    ...base,
    NODE_ENV: mode,
    LOG_LEVEL: base.LOG_LEVEL ?? "info",
    DATABASE_URL: databaseUrl,
    // Never a deployment with real people in it.
    CONVEX_URL: addresses.convex,
    CONVEX_SERVICE_KEY: localServiceKey,
    WEB_URL: addresses.web,
    WORKER_URL: addresses.worker,
    ENGINE_URL: addresses.engine,
    ENGINE_API_URL: addresses.engine,
    ENGINE_RUN_URL: `${addresses.engine}${ownEngine ? "/runs/{runId}" : "/run?runID={runId}"}`,
    INBOX_URL: emulators.inbox.url,
    CATALOGUE_URL: addresses.catalogue,
    SMS_LANGUAGES: "hi-IN,kn-IN",
    ORDER_LINK_SECRET: "of the local stack alone, and no secret at all",
    ORDER_LINK_SECRET_PREVIOUS: undefined,
    INNGEST_DEV: addresses.engine,
    INNGEST_BASE_URL: addresses.engine,
    INNGEST_EVENT_KEY: undefined,
    INNGEST_SIGNING_KEY: undefined,
    ARCHIVE_DIR: archiveDir,
    PICTURES_DIR: picturesDir,
    ...(rateLimits ? {} : unlimited),
    ALERT_EMAILS: "operations@platform.example",
    ...emulators.environment,
  };
}
