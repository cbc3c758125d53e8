import { createHash, generateKeyPairSync, randomBytes, sign } from "node:crypto";

export interface SoftAuthenticatorOptions {
  /** The site that the browser is at. Default: `https://shop.example`. */
  origin?: string;
  /** Whether it asks for a PIN or a finger. Default: true. */
  verifies?: boolean;
}

/** Who signs where: a browser and an authenticator with one passkey, as WebAuthn level 3 describes them. */
export function softAuthenticator({
  origin = "https://shop.example",
  verifies = true,
}: SoftAuthenticatorOptions = {}) {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const credentialId = randomBytes(16);
  const id = credentialId.toString("base64url");
  const { x = "", y = "" } = publicKey.export({ format: "jwk" });
  const common = { id, rawId: id, type: "public-key", clientExtensionResults: {} };
  let count = 0;

  const clientData = (type: string, challenge: string) =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
  const authenticatorData = (rpId: string, attested = Buffer.alloc(0)) => {
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(count);
    const flags = 0x01 | (verifies ? 0x04 : 0) | (attested.length > 0 ? 0x40 : 0);
    return Buffer.concat([sha256(rpId), Buffer.from([flags]), counter, attested]);
  };

  return {
    id,
    /** Makes a passkey. */
    make({ challenge, rp }: { challenge: string; rp: { id?: string } }) {
      const key = map([
        [int(1), int(2)],
        [int(3), int(-7)],
        [int(-1), int(1)],
        [int(-2), bytes(Buffer.from(x, "base64url"))],
        [int(-3), bytes(Buffer.from(y, "base64url"))],
      ]);
      const length = Buffer.from([0, credentialId.length]);
      const attested = Buffer.concat([Buffer.alloc(16), length, credentialId, key]);
      const attestationObject = map([
        [text("fmt"), text("none")],
        [text("attStmt"), map([])],
        [text("authData"), bytes(authenticatorData(rp.id ?? "", attested))],
      ]);
      const clientDataJSON = clientData("webauthn.create", challenge);
      return {
        ...common,
        response: {
          clientDataJSON: clientDataJSON.toString("base64url"),
          attestationObject: attestationObject.toString("base64url"),
          transports: ["internal", "telepathy"],
        },
      };
    },
    /** Signs with it. @param at what it has counted to by then; by default one more than before. */
    use({ challenge, rpId = "" }: { challenge: string; rpId?: string }, at = count + 1) {
      count = at;
      const data = authenticatorData(rpId);
      const clientDataJSON = clientData("webauthn.get", challenge);
      const signature = sign("sha256", Buffer.concat([data, sha256(clientDataJSON)]), privateKey);
      return {
        ...common,
        response: {
          clientDataJSON: clientDataJSON.toString("base64url"),
          authenticatorData: data.toString("base64url"),
          signature: signature.toString("base64url"),
        },
      };
    },
  };
}

function sha256(data: string | Buffer): Buffer {
  return createHash("sha256").update(data).digest();
}

// As much of CBOR (RFC 8949) as an attestation has.
function head(major: number, value: number): Buffer {
  const type = major << 5;
  if (value < 24) return Buffer.from([type | value]);
  return value < 256 ? Buffer.from([type | 24, value]) : Buffer.from([type | 25, value >> 8, value & 255]);
}

function int(value: number): Buffer {
  return value < 0 ? head(1, -1 - value) : head(0, value);
}

function bytes(value: Buffer): Buffer {
  return Buffer.concat([head(2, value.length), value]);
}

function text(value: string): Buffer {
  return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
}

function map(entries: [Buffer, Buffer][]): Buffer {
  return Buffer.concat([head(5, entries.length), ...entries.flat()]);
}
