const prefix = "wss://connect/";

/** The address that stands for the workers of an app which connect by themselves, in place of one that can be called. */
export function connectAddress(appName: string): string {
  return prefix + encodeURIComponent(appName);
}

/** The app whose workers an address stands for; undefined for one that is called over HTTP. */
export function appOfConnectAddress(url: string): string | undefined {
  if (!url.startsWith(prefix)) return undefined;
  const [path = ""] = url.slice(prefix.length).split("?");
  return decodeURIComponent(path);
}
