import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";

export interface CipherOptions {
  /** Encrypts and decrypts: at least 32 characters that nobody can guess. Without it nothing new is encrypted. */
  key?: string | undefined;
  /** Earlier keys, which only decrypt. */
  previous?: readonly string[] | undefined;
}

/** Turns values that JSON can hold into what nobody reads without the key, and back. */
export interface Cipher {
  /** The value itself where there is no key, or nothing to hide: `null` and `undefined`. */
  encrypt(value: unknown): unknown;
  /**
   * What was encrypted, wherever it stands in the value; everything else as it is.
   * @throws Error that says what to do, when it was encrypted with a key that is not there.
   */
  decrypt(value: unknown): unknown;
}

/** As Inngest's own encryption middleware marks what it encrypted. */
interface Encrypted {
  __ENCRYPTED__: true;
  __STRATEGY__: typeof strategy;
  /** Base64 of the nonce, the tag and the text. */
  data: string;
}

const strategy = "aes-256-gcm";
const nonceBytes = 12;
const tagBytes = 16;

export function createCipher({ key, previous = [] }: CipherOptions): Cipher {
  const current = key === undefined ? undefined : derived(key);
  const all = [...(current ? [current] : []), ...previous.map(derived)];

  function decryptOne({ data }: Encrypted): unknown {
    for (const candidate of all) {
      const text = opened(candidate, Buffer.from(data, "base64"));
      if (text !== undefined) return JSON.parse(text);
    }
    throw new Error(
      "The engine sent what was encrypted with a key that this worker does not have. Give it that key: INNGEST_ENCRYPTION_KEYS_PREVIOUS.",
    );
  }

  function decrypt(value: unknown): unknown {
    if (typeof value !== "object" || value === null) return value;
    if (isEncrypted(value)) return decryptOne(value);
    if (Array.isArray(value)) return value.map(decrypt);
    const plain = Object.getPrototypeOf(value) === Object.prototype || Object.getPrototypeOf(value) === null;
    if (!plain) return value;
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, decrypt(inner)]));
  }

  return {
    encrypt: (value) => (current === undefined || value == null ? value : sealed(current, value)),
    decrypt,
  };
}

function derived(secret: string): Buffer {
  return Buffer.from(hkdfSync("sha256", secret, "", "@org/workflows engine data", 32));
}

function sealed(key: Buffer, value: unknown): Encrypted {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv(strategy, key, nonce);
  const text = Buffer.concat([cipher.update(JSON.stringify(value), "utf8"), cipher.final()]);
  const data = Buffer.concat([nonce, cipher.getAuthTag(), text]).toString("base64");
  return { __ENCRYPTED__: true, __STRATEGY__: strategy, data };
}

/** Undefined where another key sealed it. */
function opened(key: Buffer, data: Buffer): string | undefined {
  try {
    const decipher = createDecipheriv(strategy, key, data.subarray(0, nonceBytes));
    decipher.setAuthTag(data.subarray(nonceBytes, nonceBytes + tagBytes));
    const text = decipher.update(data.subarray(nonceBytes + tagBytes));
    return Buffer.concat([text, decipher.final()]).toString("utf8");
  } catch {
    return undefined;
  }
}

function isEncrypted(value: object): value is Encrypted {
  return (
    "__ENCRYPTED__" in value &&
    value.__ENCRYPTED__ === true &&
    "__STRATEGY__" in value &&
    value.__STRATEGY__ === strategy &&
    "data" in value &&
    typeof value.data === "string"
  );
}
