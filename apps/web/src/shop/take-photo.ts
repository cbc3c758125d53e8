import type { mohallaMartCommands } from "../commands.ts";
import type { Limiter } from "../http/limit.ts";
import { readPhoto } from "./read-photo.ts";

interface Ports {
  limiter: Limiter;
  /** Absent where no pictures are kept. */
  savePicture: ReturnType<typeof mohallaMartCommands>["savePicture"];
}

/** Of the photo that a form sends. */
export interface Taking {
  productId: string;
  /** The shopkeeper's own. */
  shopId: string;
  request: Pick<Request, "headers" | "body">;
}

const megabyte = 1024 * 1024;

/**
 * Gives a product the photo that is sent, unless its shop has sent its share of the day: a file over the number is not
 * read, and one over the bytes is neither unpacked nor kept.
 * @returns what became of it, as the page of the product says it
 */
export async function takePhoto({ limiter, savePicture }: Ports, taking: Taking): Promise<string> {
  const { productId, shopId, request } = taking;
  if (!(await limiter.allows("pictures", shopId))) return "too-many";
  const content = await readPhoto(request);
  if (typeof content === "string") return content;
  if (!(await allowsBytes(limiter, shopId, content.byteLength))) return "too-many";
  const outcome = await savePicture?.({ productId, shopId, content });
  if (!outcome) return "unavailable";
  return outcome.ok ? "saved" : outcome.code;
}

async function allowsBytes(limiter: Limiter, shopId: string, bytes: number): Promise<boolean> {
  const begun = Array.from({ length: Math.ceil(bytes / megabyte) });
  const allowed = await Promise.all(begun.map(() => limiter.allows("picture-megabytes", shopId)));
  return allowed.every(Boolean);
}
