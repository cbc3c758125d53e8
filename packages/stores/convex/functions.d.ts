/* Written by `pnpm --filter @org/stores convex:generate`. */

import type { ApiFromModules, FilterApi, FunctionReference } from "convex/server";

/** What adapters may call; the sources lie outside of what is published. */
export type Functions = FilterApi<ApiFromModules<Modules>, FunctionReference<any, "public">>;

interface Modules {
  deadLetterForgetting: {
    forget: import("convex/server").RegisteredMutation<"public", {
    after: string;
    app?: string | undefined;
    ids: string[];
    impersonal: string[];
    serviceKey: string;
}, Promise<{
    changed: number;
    next: string | null;
}>>;
  };
  deadLetters: {
    record: import("convex/server").RegisteredMutation<"public", {
    app: string;
    attempts?: number | undefined;
    error: {
        message: string;
        name: string;
    };
    events: string;
    nextReplayAt?: number | undefined;
    position: string;
    replayOf?: string | undefined;
    replays?: number | undefined;
    runId: string;
    serviceKey: string;
    workflow: string;
}, Promise<boolean>>;
    get: import("convex/server").RegisteredQuery<"public", {
    runId: string;
    serviceKey: string;
}, Promise<{
    app: string;
    attempts?: number | undefined;
    error: {
        message: string;
        name: string;
    };
    events: string;
    nextReplayAt?: number | undefined;
    position: string;
    replayOf?: string | undefined;
    replayRunId?: string | undefined;
    replays?: number | undefined;
    runId: string;
    settledAt?: number | undefined;
    status: "discarded" | "open" | "replayed";
    workflow: string;
} | null>>;
    list: import("convex/server").RegisteredQuery<"public", {
    before: string;
    filter: {
        app?: string | undefined;
        replayOf?: string | undefined;
        status?: "discarded" | "open" | "replayed" | undefined;
        workflow?: string | undefined;
    };
    limit: number;
    serviceKey: string;
}, Promise<{
    letters: {
        app: string;
        attempts?: number | undefined;
        error: {
            message: string;
            name: string;
        };
        events: string;
        nextReplayAt?: number | undefined;
        position: string;
        replayOf?: string | undefined;
        replayRunId?: string | undefined;
        replays?: number | undefined;
        runId: string;
        settledAt?: number | undefined;
        status: "discarded" | "open" | "replayed";
        workflow: string;
    }[];
    next: string | null;
}>>;
    openByWorkflow: import("convex/server").RegisteredQuery<"public", {
    serviceKey: string;
}, Promise<{
    app: string;
    workflow: string;
    open: number;
    position: string;
}[]>>;
    count: import("convex/server").RegisteredQuery<"public", {
    after: boolean;
    app: string;
    from: string;
    serviceKey: string;
    workflow: string;
}, Promise<{
    failed: number;
    next: string | null;
}>>;
    markReplayed: import("convex/server").RegisteredMutation<"public", {
    replayRunId: string;
    runId: string;
    serviceKey: string;
}, Promise<boolean>>;
    discard: import("convex/server").RegisteredMutation<"public", {
    runId: string;
    serviceKey: string;
}, Promise<boolean>>;
    reopen: import("convex/server").RegisteredMutation<"public", {
    replayRunId: string;
    runId: string;
    serviceKey: string;
}, Promise<boolean>>;
  };
  deployment: {
    version: import("convex/server").RegisteredQuery<"public", {
    serviceKey: string;
}, Promise<number>>;
  };
  knownBrowsers: {
    remember: import("convex/server").RegisteredMutation<"public", {
    freshHash: string;
    serviceKey: string;
    tokenHash?: string | undefined;
    userId: string;
}, Promise<null>>;
    usersOf: import("convex/server").RegisteredQuery<"public", {
    serviceKey: string;
    tokenHash: string;
}, Promise<string[]>>;
  };
  ledger: {
    claim: import("convex/server").RegisteredMutation<"public", {
    holder: string;
    key: string;
    serviceKey: string;
}, Promise<boolean>>;
    settled: import("convex/server").RegisteredMutation<"public", {
    key: string;
    serviceKey: string;
    staleAfter: number;
}, Promise<{
    key: string;
    state: "ambiguous" | "failed" | "sending" | "sent";
    attempts: number;
    startedAt: number;
    result: string | undefined;
    lastError: string | undefined;
} | null>>;
    settle: import("convex/server").RegisteredMutation<"public", {
    holder: string;
    key: string;
    lastError?: string | undefined;
    result?: string | undefined;
    serviceKey: string;
    state: "ambiguous" | "failed" | "sending" | "sent";
}, Promise<null>>;
    get: import("convex/server").RegisteredQuery<"public", {
    key: string;
    serviceKey: string;
}, Promise<{
    key: string;
    state: "ambiguous" | "failed" | "sending" | "sent";
    attempts: number;
    startedAt: number;
    result: string | undefined;
    lastError: string | undefined;
} | null>>;
    resolve: import("convex/server").RegisteredMutation<"public", {
    holder: string;
    key: string;
    result?: string | undefined;
    serviceKey: string;
    staleAfter: number;
    state: "failed" | "sent";
}, Promise<boolean>>;
  };
  passkeys: {
    add: import("convex/server").RegisteredMutation<"public", {
    counter: number;
    credentialId: string;
    name: string;
    publicKey: string;
    serviceKey: string;
    transports: string[];
    userId: string;
}, Promise<boolean>>;
    list: import("convex/server").RegisteredQuery<"public", {
    serviceKey: string;
    userId: string;
}, Promise<{
    counter: number;
    createdAt: number;
    credentialId: string;
    lastUsedAt?: number | undefined;
    name: string;
    publicKey: string;
    transports: string[];
    userId: string;
}[]>>;
    find: import("convex/server").RegisteredQuery<"public", {
    credentialId: string;
    serviceKey: string;
}, Promise<{
    counter: number;
    createdAt: number;
    credentialId: string;
    lastUsedAt?: number | undefined;
    name: string;
    publicKey: string;
    transports: string[];
    userId: string;
} | null>>;
    use: import("convex/server").RegisteredMutation<"public", {
    counter: number;
    credentialId: string;
    serviceKey: string;
}, Promise<boolean>>;
    rename: import("convex/server").RegisteredMutation<"public", {
    credentialId: string;
    name: string;
    serviceKey: string;
    userId: string;
}, Promise<boolean>>;
    remove: import("convex/server").RegisteredMutation<"public", {
    credentialId: string;
    serviceKey: string;
    userId: string;
}, Promise<boolean>>;
    openChallenge: import("convex/server").RegisteredMutation<"public", {
    challenge: string;
    expiresAt: number;
    serviceKey: string;
    tokenHash: string;
    userId?: string | undefined;
}, Promise<null>>;
    takeChallenge: import("convex/server").RegisteredMutation<"public", {
    serviceKey: string;
    tokenHash: string;
}, Promise<{
    challenge: string;
    userId: string | undefined;
} | null>>;
  };
  sessions: {
    open: import("convex/server").RegisteredMutation<"public", {
    expiresAt: number;
    place?: {
        browser: string;
        network: string;
    } | undefined;
    serviceKey: string;
    standing?: string | undefined;
    tokenHash: string;
    userId: string;
}, Promise<null>>;
    use: import("convex/server").RegisteredMutation<"public", {
    place?: {
        browser: string;
        network: string;
    } | undefined;
    serviceKey: string;
    tokenHash: string;
}, Promise<{
    userId: string;
    expiresAt: number;
    standing: string | undefined;
} | null>>;
    replace: import("convex/server").RegisteredMutation<"public", {
    freshHash: string;
    serviceKey: string;
    standing: string;
    tokenHash: string;
}, Promise<boolean>>;
    list: import("convex/server").RegisteredQuery<"public", {
    serviceKey: string;
    tokenHash: string;
    userId: string;
}, Promise<{
    sessionId: import("convex/values").GenericId<"sessions">;
    openedAt: number;
    lastUsedAt: number;
    place: {
        browser: string;
        network: string;
    } | undefined;
    current: boolean;
}[]>>;
    close: import("convex/server").RegisteredMutation<"public", {
    serviceKey: string;
    tokenHash: string;
}, Promise<null>>;
    closeOne: import("convex/server").RegisteredMutation<"public", {
    serviceKey: string;
    sessionId: string;
    userId: string;
}, Promise<boolean>>;
    closeAllOf: import("convex/server").RegisteredMutation<"public", {
    serviceKey: string;
    userId: string;
}, Promise<{
    closed: number;
    done: boolean;
}>>;
    removeExpired: import("convex/server").RegisteredMutation<"public", {
    limit: number;
    serviceKey: string;
    unusedSince: number;
}, Promise<number>>;
  };
  signInCodes: {
    issue: import("convex/server").RegisteredMutation<"public", {
    counters: {
        counterHash: string;
        kind: "address" | "browser" | "network";
    }[];
    expiresAt: number;
    longHash: string;
    salt: string;
    serviceKey: string;
    shortHash: string;
    subjectHash: string;
}, Promise<boolean>>;
    redeem: import("convex/server").RegisteredMutation<"public", {
    code: string;
    counters: {
        counterHash: string;
        kind: "address" | "browser" | "network";
    }[];
    serviceKey: string;
    subjectHash: string;
}, Promise<"held" | "right" | "wrong">>;
  };
  stepFailures: {
    add: import("convex/server").RegisteredMutation<"public", {
    attempt: number;
    runId: string;
    serviceKey: string;
    step: string;
}, Promise<number>>;
  };
  wrongCodes: {
    takeNotice: import("convex/server").RegisteredMutation<"public", {
    counterHash: string;
    serviceKey: string;
}, Promise<{
    wrong: number;
    since: number;
} | null>>;
    returnNotice: import("convex/server").RegisteredMutation<"public", {
    counterHash: string;
    serviceKey: string;
}, Promise<null>>;
  };
}
