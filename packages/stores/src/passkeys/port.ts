export interface Passkey {
  /** The authenticator's, base64url. */
  credentialId: string;
  userId: string;
  /** As its owner calls it. */
  name: string;
  /** COSE, base64url. */
  publicKey: string;
  /** How often the authenticator has signed; 0 for those that do not count. */
  counter: number;
  /** How browsers reach the authenticator, as `internal` or `usb`. */
  transports: string[];
  /** ISO 8601, UTC. */
  createdAt: string;
  lastUsedAt?: string;
}

export type NewPasskey = Omit<Passkey, "createdAt" | "lastUsedAt">;

/** What an authenticator is to sign. */
interface PasskeyChallenge {
  /** base64url. */
  challenge: string;
  /** Who adds a passkey; absent where somebody signs in with one. */
  userId?: string;
}

/** The public halves of people's passkeys, and what authenticators are to sign. */
export interface Passkeys {
  /** @returns false when the credential is there already, whoever has it. */
  add(passkey: NewPasskey): Promise<boolean>;
  /** A user's, the oldest first. */
  list(userId: string): Promise<Passkey[]>;
  find(credentialId: string): Promise<Passkey | undefined>;
  /**
   * Books a use. @param counter the authenticator's, after it.
   * @returns false when the credential is gone, or has been at that count before: somebody may have copied it.
   */
  use(credentialId: string, counter: number): Promise<boolean>;
  /** @returns false when the user has no such passkey. */
  rename(userId: string, credentialId: string, name: string): Promise<boolean>;
  remove(userId: string, credentialId: string): Promise<boolean>;
  /** Keeps a challenge for one browser. @param expiresAt ISO 8601. @returns the browser's secret token. */
  openChallenge(challenge: PasskeyChallenge, expiresAt: string): Promise<string>;
  /** A challenge that has not expired, once: of two calls at once one gets it. */
  takeChallenge(token: string): Promise<PasskeyChallenge | undefined>;
}
