import { workerPath, workerScope } from "./worker-path.ts";

/** What is used of OneSignal's web SDK, version 16: documentation.onesignal.com/docs/web-sdk-reference */
export interface OneSignalSdk {
  init(options: {
    appId: string;
    serviceWorkerPath: string;
    serviceWorkerParam: { scope: string };
    allowLocalhostAsSecureOrigin: boolean;
  }): Promise<void>;
  /** Ties this browser to a person, by our own id of them, and proves it where the app asks for that. */
  login(externalId: string, token?: string): Promise<void>;
  logout(): Promise<void>;
  Notifications: {
    isPushSupported(): boolean;
    /** Whether the browser shows notifications of this site. */
    readonly permission: boolean;
    requestPermission(): Promise<unknown>;
  };
  User: { PushSubscription: { optIn(): Promise<void>; optOut(): Promise<void> } };
}

declare global {
  interface Window {
    OneSignalDeferred?: ((sdk: OneSignalSdk) => unknown)[];
  }
}

let loading: Promise<OneSignalSdk> | undefined;

/** Loads the SDK once in a page, and only for who wants notifications. Rejects when it cannot be loaded. */
export function loadOneSignal({
  appId,
  scriptUrl,
}: {
  appId: string;
  scriptUrl: string;
}): Promise<OneSignalSdk> {
  loading ??= new Promise<OneSignalSdk>((resolve, reject) => {
    window.OneSignalDeferred ??= [];
    window.OneSignalDeferred.push(async (sdk) => {
      const serviceWorkerParam = { scope: workerScope };
      const options = { appId, serviceWorkerPath: workerPath, serviceWorkerParam };
      await sdk.init({ ...options, allowLocalhostAsSecureOrigin: true }).then(() => resolve(sdk), reject);
    });
    // Put in by a script that has the page's nonce, so the policy lets it run.
    const script = document.createElement("script");
    script.src = scriptUrl;
    script.addEventListener("error", () =>
      reject(new Error("The push vendor's script could not be loaded.")),
    );
    document.head.append(script);
  });
  loading.catch(() => {
    loading = undefined;
  });
  return loading;
}
