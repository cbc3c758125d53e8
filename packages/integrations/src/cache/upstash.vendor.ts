import { key, url } from "../internal/schemas.ts";
import { type CallOptions, defineVendor } from "../vendor.ts";

export const upstash = defineVendor({
  name: "Upstash",
  about: "Upstash Redis, over its REST API.",
  packages: ["@upstash/redis"],
  variables: { UPSTASH_REDIS_REST_URL: url, UPSTASH_REDIS_REST_TOKEN: key },
  load: () => import("./upstash.ts"),
  create: ({ upstashCache }, values, { timeout }: CallOptions) => ({
    ...upstashCache({ url: values.UPSTASH_REDIS_REST_URL, token: values.UPSTASH_REDIS_REST_TOKEN, timeout }),
    // Each call is a request of its own, so nothing stays open.
    close: async () => {},
  }),
  check: (values, { upstashCache }) =>
    upstashCache({ url: values.UPSTASH_REDIS_REST_URL, token: values.UPSTASH_REDIS_REST_TOKEN }).get(
      "asked-by-doctor",
    ),
});
