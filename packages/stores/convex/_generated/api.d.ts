/* Written by `pnpm --filter @org/stores convex:generate`. */

import type * as deployment from "../deployment.js";
import type * as service from "../service.js";
import type * as serviceKey from "../serviceKey.js";
import type * as signInCodes from "../signInCodes.js";
import type * as wrongCodeCounts from "../wrongCodeCounts.js";
import type * as wrongCodes from "../wrongCodes.js";

import type { ApiFromModules, FilterApi, FunctionReference } from "convex/server";

declare const fullApi: ApiFromModules<{
  deployment: typeof deployment;
  service: typeof service;
  serviceKey: typeof serviceKey;
  signInCodes: typeof signInCodes;
  wrongCodeCounts: typeof wrongCodeCounts;
  wrongCodes: typeof wrongCodes;
}>;

export declare const api: FilterApi<typeof fullApi, FunctionReference<any, "public">>;
export declare const internal: FilterApi<typeof fullApi, FunctionReference<any, "internal">>;
export declare const components: {};
