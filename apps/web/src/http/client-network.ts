import { headers } from "next/headers";
import { env } from "../env.ts";
import { networkOf } from "./network.ts";

/** The network that the current request comes from. */
export async function clientNetwork(): Promise<string> {
  return networkOf((await headers()).get("x-forwarded-for"), env.TRUSTED_PROXIES);
}
