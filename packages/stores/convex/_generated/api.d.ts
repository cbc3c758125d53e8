/* Written by `pnpm --filter @org/stores convex:generate`. */

import type * as deadLetterForgetting from "../deadLetterForgetting.js";
import type * as deadLetterRows from "../deadLetterRows.js";
import type * as deadLetters from "../deadLetters.js";
import type * as deployment from "../deployment.js";
import type * as knownBrowsers from "../knownBrowsers.js";
import type * as ledger from "../ledger.js";
import type * as passkeys from "../passkeys.js";
import type * as service from "../service.js";
import type * as serviceKey from "../serviceKey.js";
import type * as sessions from "../sessions.js";
import type * as signInCodes from "../signInCodes.js";
import type * as stepFailures from "../stepFailures.js";
import type * as wrongCodeCounts from "../wrongCodeCounts.js";
import type * as wrongCodes from "../wrongCodes.js";

import type { ApiFromModules, FilterApi, FunctionReference } from "convex/server";

declare const fullApi: ApiFromModules<{
  deadLetterForgetting: typeof deadLetterForgetting;
  deadLetterRows: typeof deadLetterRows;
  deadLetters: typeof deadLetters;
  deployment: typeof deployment;
  knownBrowsers: typeof knownBrowsers;
  ledger: typeof ledger;
  passkeys: typeof passkeys;
  service: typeof service;
  serviceKey: typeof serviceKey;
  sessions: typeof sessions;
  signInCodes: typeof signInCodes;
  stepFailures: typeof stepFailures;
  wrongCodeCounts: typeof wrongCodeCounts;
  wrongCodes: typeof wrongCodes;
}>;

export declare const api: FilterApi<typeof fullApi, FunctionReference<any, "public">>;
export declare const internal: FilterApi<typeof fullApi, FunctionReference<any, "internal">>;
export declare const components: {};
