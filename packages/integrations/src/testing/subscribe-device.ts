import type { Emulators } from "@org/local-stack";

/** Gives a user a device that takes notifications, as OneSignal's web SDK does. */
export async function subscribeDevice(
  { url, appId }: Pick<Emulators["onesignal"], "appId"> & { url: string },
  userId: string,
  enabled = true,
): Promise<void> {
  const answer = await fetch(`${url}/apps/${appId}/users`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({
      identity: { external_id: userId },
      subscriptions: [{ type: "ChromePush", token: `token-of-${userId}`, enabled }],
    }),
  });
  if (!answer.ok) throw new Error(`The device could not be subscribed: ${answer.status}.`);
}
