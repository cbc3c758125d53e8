import type { TestClientOptions } from "@org/local-engine/test";

/** @param saw told of each call of the engine where it goes, as `/v1/checkpoint/<run>/async` */
export function watched(
  { fetch: answer, ...options }: TestClientOptions,
  saw: (path: string) => void,
): TestClientOptions {
  const seen: typeof fetch = (input, init) => {
    saw(new URL(new Request(input, init).url).pathname);
    return answer(input, init);
  };
  return { ...options, fetch: seen };
}
