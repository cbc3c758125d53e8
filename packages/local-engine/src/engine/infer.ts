import type { Infer } from "./infer-request.ts";
import { askProvider, rebase } from "./model-provider.ts";
import { askStub } from "./stub-model.ts";

/**
 * Who answers `step.ai.infer`. `"stub"` asks models on this machine and answers for all others by itself. `"provider"`
 * asks whom the app names. An address stands in for every provider's host: paths are appended to it. A function answers.
 */
export type InferChoice = "stub" | "provider" | URL | Infer;

export function createInfer(choice: InferChoice, fetcher: typeof fetch): Infer {
  if (typeof choice === "function") return choice;
  if (choice === "provider") return (request) => askProvider(request, fetcher);
  if (choice === "stub")
    return (request) => (isOnThisMachine(request.url) ? askProvider(request, fetcher) : askStub(request));
  return (request) => askProvider({ ...request, url: rebase(request.url, choice) }, fetcher);
}

/** A model at such an address costs nothing and needs no network. */
function isOnThisMachine(url: string): boolean {
  const { hostname } = new URL(url);
  return /^(127\.\d+\.\d+\.\d+|\[::1\]|(.+\.)?localhost)$/.test(hostname);
}
