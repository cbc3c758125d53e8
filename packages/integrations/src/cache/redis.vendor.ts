import * as z from "zod";
import { type CallOptions, defineVendor } from "../vendor.ts";

export const redis = defineVendor({
  name: "Redis",
  about: "Any Redis 6.2 or newer over TCP. It wins over the others that are configured.",
  role: "preferred",
  packages: ["ioredis"],
  variables: { REDIS_URL: z.url({ protocol: /^rediss?$/ }) },
  load: () => import("./redis.ts"),
  create: ({ redisCache }, values, { timeout }: CallOptions) =>
    redisCache({ url: values.REDIS_URL, timeout }),
  async check(values, { redisCache }) {
    const cache = redisCache({ url: values.REDIS_URL });
    await cache.get("asked-by-doctor").finally(() => cache.close());
  },
});
