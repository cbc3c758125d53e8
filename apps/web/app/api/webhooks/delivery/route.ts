import { isFailure } from "@org/commands/refusal";
import type { ParcelNotice, ParcelNotices } from "@org/integrations/parcel-notices/port";
import { mohallaMartCommands } from "#src/commands.ts";
import { readBody } from "#src/http/request-body.ts";
import { log } from "#src/log.ts";
import { parcelNotices } from "#src/vendors.ts";

/**
 * What the delivery partner tells by itself. Anything but 2xx makes it tell it again, so an order that is not there, or a
 * move that cannot be, is answered 200 as well: it is recorded.
 */
export async function POST(request: Request): Promise<Response> {
  const notices = parcelNotices();
  if (!notices) return answer(404);
  const body = await readBody(request);
  if (!body) return answer(413);
  const notice = read(notices, { body: new TextDecoder().decode(body), headers: request.headers });
  if (typeof notice === "number") return answer(notice);
  if (!notice) return answer(200);
  try {
    await mohallaMartCommands().takeParcelNotice(notice);
    return answer(200);
  } catch (error) {
    log.error({ error, noticeId: notice.id }, "a parcel notice could not be taken yet");
    return answer(503);
  }
}

/** @returns the status that refuses the request, when it is not the partner's. */
function read(
  notices: ParcelNotices,
  request: Parameters<ParcelNotices["read"]>[0],
): ParcelNotice | undefined | 400 | 401 {
  try {
    return notices.read(request);
  } catch (error) {
    const isUnsigned = isFailure(error, { port: "parcel-notices", status: 401 });
    if (!isUnsigned && !isFailure(error, { port: "parcel-notices", status: 400 })) throw error;
    log.warn({ error }, "a parcel notice was refused");
    return isUnsigned ? 401 : 400;
  }
}

function answer(status: number): Response {
  return new Response(null, { status });
}
