import type { Archive } from "@org/integrations/archive/port";
import { IntegrationError } from "@org/integrations/error";

const nameForm = /^[A-Za-z0-9_-][A-Za-z0-9._-]*(\/[A-Za-z0-9_-][A-Za-z0-9._-]*)*$/;

/** An archive that forgets everything with the process. */
export function memoryArchive(): Archive {
  const files = new Map<string, Uint8Array>();
  return {
    put: async (name, content, { once = false } = {}) => {
      if (!once || !files.has(checked(name))) files.set(checked(name), content);
    },
    get: async (name) => files.get(checked(name)),
    list: async (prefix = "") => [...files.keys()].filter((name) => name.startsWith(prefix)).sort(),
  };
}

function checked(name: string): string {
  if (nameForm.test(name)) return name;
  throw new IntegrationError("The archive takes no file of this name. Change it.", {
    port: "archive",
    vendor: "memory",
    kind: "final",
  });
}
