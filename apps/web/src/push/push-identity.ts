import { env } from "../env.ts";
import { identityToken } from "./identity-token.ts";

/** The proof of who is signed in, for their browser; undefined where the vendor's app asks for none. */
export async function pushIdentity(userId: string | undefined): Promise<string | undefined> {
  const { NEXT_PUBLIC_ONESIGNAL_APP_ID: appId, ONESIGNAL_IDENTITY_KEY: key } = env;
  if (userId === undefined || appId === undefined || key === undefined) return undefined;
  return identityToken({ appId, key, userId });
}
