import type { Emit } from "../../outbox/port.ts";

export type RequestPriority = "low" | "normal" | "high" | "urgent";
export type RequestStatus = "open" | "in-progress" | "on-hold" | "resolved" | "closed";
/** How a request ended: its tenant confirmed the repair, did not answer in time, or took the request back. */
export type RequestClosure = "confirmed" | "lapsed" | "withdrawn";

export interface NewMaintenanceRequest {
  requestId: string;
  userId: string;
  /** Where it is: in a unit, or in an area that everybody uses. One of the two is given. */
  unitId?: string;
  /** In its reporter's words: `Lobby`. */
  area?: string;
  /** As in `maintenance/request.created`. */
  category: string;
  priority: RequestPriority;
  description: string;
}

export interface MaintenanceRequest extends NewMaintenanceRequest {
  /** What people call it on the phone; counts up from 1001. */
  number: number;
  status: RequestStatus;
  assigneeId?: string;
  scheduledFor?: string;
  createdAt: string;
  /** Of the latest resolution; also once it is closed, unless it was withdrawn. */
  resolvedAt?: string;
  resolvedBy?: string;
  resolution?: string;
  closedAt?: string;
  closure?: RequestClosure;
}

export type RequestEntryKind =
  | "created"
  | "assigned"
  | "changed"
  /** The same, and there is no date any more. */
  | "unscheduled"
  | "commented"
  | "resolved"
  | "reopened"
  | "escalated"
  | RequestClosure;

/** One line of a request's history. */
export interface RequestEntry {
  entryId: string;
  requestId: string;
  at: string;
  kind: RequestEntryKind;
  /** Whoever did it; absent where it happened by itself. */
  by?: string;
  /** What it became, where that is another one. */
  status?: RequestStatus;
  /** The same; in `created` and `reopened` the one that it has. */
  priority?: RequestPriority;
  assigneeId?: string;
  scheduledFor?: string;
  /** A comment, a resolution, or what is still wrong. */
  text?: string;
}

export interface MaintenanceChanges {
  status?: Exclude<RequestStatus, "resolved" | "closed">;
  priority?: RequestPriority;
  /** Null when there is no date any more. */
  scheduledFor?: string | null;
}

export interface MaintenanceChange {
  before: MaintenanceRequest;
  after: MaintenanceRequest;
  /** What the history says of it. */
  entry: RequestEntry;
}

export interface RequestFilter {
  status?: RequestStatus;
  priority?: RequestPriority;
  /** Whose request it is. */
  userId?: string;
  assigneeId?: string;
  /** Only those that nobody is in charge of. */
  unassigned?: boolean;
  /** Only those of common areas. */
  commonAreas?: boolean;
  /** Only those of a floor's units, and those of which the member is in charge. */
  seenBy?: { floor: number; memberId: string };
  /** `urgency`, unless given: the most urgent first, then the oldest. `newest`: the latest first. */
  order?: "urgency" | "newest";
  /** Only those behind this request. */
  after?: string;
  /** Default 100. */
  limit?: number;
}

/**
 * Requests for repairs. Whoever changes one is named by `by`; each change is a line of the request's history. A change
 * that changes nothing writes and emits nothing.
 */
export interface MaintenanceRequests {
  /**
   * @returns false when the id exists; nothing is emitted then.
   * @throws UnknownResidentError, UnknownUnitError
   */
  create(request: NewMaintenanceRequest, events: Emit<MaintenanceRequest>): Promise<boolean>;
  get(requestId: string): Promise<MaintenanceRequest | undefined>;
  findByNumber(number: number): Promise<MaintenanceRequest | undefined>;
  list(filter?: RequestFilter): Promise<MaintenanceRequest[]>;
  /** Oldest first. */
  history(requestId: string): Promise<RequestEntry[]>;
  /**
   * Puts someone in charge; the same person again changes nothing.
   * @throws UnknownRequestError, RequestResolvedError, RequestClosedError
   */
  assign(
    requestId: string,
    assignment: { assigneeId: string; by: string },
    events: Emit<MaintenanceChange>,
  ): Promise<MaintenanceRequest>;
  /** Changes what is given. @throws UnknownRequestError, RequestResolvedError, RequestClosedError */
  update(
    requestId: string,
    changes: MaintenanceChanges & { by: string },
    events: Emit<MaintenanceChange>,
  ): Promise<MaintenanceRequest>;
  /**
   * @param comment its `entryId` makes one that is sent twice one comment
   * @returns false when it is there already. @throws UnknownRequestError, RequestClosedError
   */
  comment(
    requestId: string,
    comment: { entryId: string; by: string; text: string },
    events: Emit<MaintenanceChange>,
  ): Promise<boolean>;
  /** @returns false when it is resolved already. @throws UnknownRequestError, RequestClosedError */
  resolve(
    requestId: string,
    resolution: { resolvedBy: string; resolution?: string },
    events: Emit<MaintenanceChange>,
  ): Promise<boolean>;
  /**
   * Opens a resolved request again.
   * @returns false when it was opened again under this `entryId`.
   * @throws UnknownRequestError, RequestNotResolvedError, RequestClosedError
   */
  reopen(
    requestId: string,
    reason: { entryId: string; by: string; text: string },
    events: Emit<MaintenanceChange>,
  ): Promise<boolean>;
  /**
   * Closes a resolved request because its repair holds.
   * @returns false when that is so already. @throws UnknownRequestError, RequestNotResolvedError, RequestClosedError
   */
  confirm(requestId: string, confirmation: { by: string }, events: Emit<MaintenanceChange>): Promise<boolean>;
  /**
   * Closes a request that needs no repair any more.
   * @returns false when that is so already. @throws UnknownRequestError, RequestResolvedError, RequestClosedError
   */
  withdraw(requestId: string, withdrawal: { by: string }, events: Emit<MaintenanceChange>): Promise<boolean>;
  /**
   * Closes a request that nobody confirmed or opened again.
   * @param resolution the history's line of the resolution that was waited for
   * @returns false when it is no longer the one that counts, or the request is closed. @throws UnknownRequestError
   */
  lapse(requestId: string, resolution: string, events: Emit<MaintenanceChange>): Promise<boolean>;
  /**
   * Notes that the whole board is to hear of a request: when it is still open, nobody is in charge of it, and the board
   * has not heard of it since.
   * @param since the history's line from which on it waits; `urgent`: it has been urgent without a break since then
   * @returns whether it is so, and again when it was noted for the same line. @throws UnknownRequestError
   */
  escalate(requestId: string, waiting: { since: string; urgent: boolean }): Promise<boolean>;
}
