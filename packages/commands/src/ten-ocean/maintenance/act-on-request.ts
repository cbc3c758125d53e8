import type { Refusal } from "../../outcome.ts";
import { refusalOf } from "../../refusal.ts";
import type { InvalidCode } from "../../request.ts";
import {
  findRequest,
  notAllowed,
  notTheirs,
  type RequestLookup,
  type RequestPerson,
  type RequestRights,
} from "./request-access.ts";

interface Act<Request, Field extends string, Code extends string> {
  person: RequestPerson;
  /** What `readRequest` made of the form. */
  read: { ok: true; request: Request } | Refusal<InvalidCode, Field>;
  may(rights: RequestRights): boolean;
  /** Which errors of the store the person is told. */
  refusals: Parameters<typeof refusalOf<Code>>[1];
  act(request: Request): Promise<unknown>;
}

/** Does one thing with a request, for somebody who may see it and do that. */
export async function actOnRequest<
  Request extends { requestId: string },
  Field extends string,
  Code extends string,
>(
  ports: RequestLookup,
  { person, read, may, refusals, act }: Act<Request, Field, Code>,
): Promise<{ ok: true; requestId: string } | Refusal<InvalidCode | "not-theirs" | Code, Field>> {
  if (!read.ok) return read;
  const { requestId } = read.request;
  const found = await findRequest(ports, person, requestId);
  if (!found) return notTheirs;
  if (!may(found.rights)) return notAllowed;
  try {
    await act(read.request);
    return { ok: true, requestId };
  } catch (error) {
    return refusalOf(error, refusals);
  }
}
