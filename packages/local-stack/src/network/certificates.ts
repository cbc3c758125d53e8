import { execFile } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";

export interface Certificate {
  /** Paths of PEM files. */
  keyFile: string;
  certificateFile: string;
}

export interface Authority {
  /** Path of its own certificate, a PEM file, by which others trust it. */
  file: string;
  /** A certificate for a host of this name. */
  issue(host: string): Promise<Certificate>;
}

const run = promisify(execFile);
const newKey = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-sha256"];

/**
 * A certificate authority that nobody knows, for tests of TLS.
 * @param folder is made; its files belong to whoever calls
 * @throws Error when the machine has no `openssl`
 */
export async function createAuthority(folder: string): Promise<Authority> {
  await mkdir(folder, { recursive: true });
  const at = (name: string) => join(folder, name);
  const file = at("authority.pem");
  const own = ["-subj", "/CN=An authority of a test", "-days", "2", "-keyout", at("authority.key")];
  await run("openssl", ["req", "-x509", ...newKey, ...own, "-out", file]);
  return {
    file,
    async issue(host) {
      const [keyFile, certificateFile] = [at(`${host}.key`), at(`${host}.pem`)];
      const request = at(`${host}.csr`);
      await writeFile(at(`${host}.ext`), `subjectAltName=DNS:${host}\n`);
      await run("openssl", ["req", ...newKey, "-subj", `/CN=${host}`, "-keyout", keyFile, "-out", request]);
      const by = ["-CA", file, "-CAkey", at("authority.key"), "-CAcreateserial", "-days", "2"];
      const extensions = ["-extfile", at(`${host}.ext`)];
      await run("openssl", ["x509", "-req", "-in", request, ...by, ...extensions, "-out", certificateFile]);
      return { keyFile, certificateFile };
    },
  };
}
