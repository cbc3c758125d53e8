import { env } from "../env.ts";

/**
 * Where people reach this app: `https://mohallamart.example`. It is configured, because whoever sends a request chooses
 * the headers that tell of it.
 */
export const ownOrigin = (): string => env.WEB_URL;

/** Whether it is reached over https alone. */
export const isSecure = (): boolean => env.WEB_URL.startsWith("https:");
