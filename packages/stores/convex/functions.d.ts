/* Written by `pnpm --filter @org/stores convex:generate`. */

import type { ApiFromModules, FilterApi, FunctionReference } from "convex/server";

/** What adapters may call; the sources lie outside of what is published. */
export type Functions = FilterApi<ApiFromModules<Modules>, FunctionReference<any, "public">>;

interface Modules {
  deployment: {
    version: import("convex/server").RegisteredQuery<"public", {
    serviceKey: string;
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
