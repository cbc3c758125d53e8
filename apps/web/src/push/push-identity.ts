import type { Product } from "@org/commands/sessions/person";
import { pushIdOf } from "@org/integrations/push/port";
import { env } from "../env.ts";
import { identityToken } from "./identity-token.ts";

/** Whose a browser is, for the vendor. */
export interface PushIdentity {
  /** By what the vendor knows them. */
  pushId: string;
  /** The proof of it; undefined where the vendor's app asks for none. */
  token: string | undefined;
}

export async function pushIdentity(product: Product, userId: string): Promise<PushIdentity> {
  const { NEXT_PUBLIC_ONESIGNAL_APP_ID: appId, ONESIGNAL_IDENTITY_KEY: key } = env;
  const pushId = pushIdOf(product, userId);
  const isProven = appId !== undefined && key !== undefined;
  return { pushId, token: isProven ? await identityToken({ appId, key, pushId }) : undefined };
}
