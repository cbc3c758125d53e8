import type { Emit } from "../../outbox/port.ts";

export type RequestPriority = "low" | "normal" | "high" | "urgent";
export type RequestStatus = "open" | "in-progress" | "on-hold" | "resolved";

export interface NewMaintenanceRequest {
  requestId: string;
  userId: string;
  unitId: string;
  /** As in `maintenance/request.created`. */
  category: string;
  priority: RequestPriority;
  description: string;
}

export interface MaintenanceRequest extends NewMaintenanceRequest {
  status: RequestStatus;
  assigneeId?: string;
  scheduledFor?: string;
  createdAt: string;
  resolvedAt?: string;
  resolvedBy?: string;
  resolution?: string;
}

export type MaintenanceChanges = Partial<
  Pick<MaintenanceRequest, "priority" | "description" | "scheduledFor">
> & {
  status?: Exclude<RequestStatus, "resolved">;
};

export interface MaintenanceChange {
  before: MaintenanceRequest;
  after: MaintenanceRequest;
}

export interface MaintenanceRequests {
  /** @returns false when the id exists; nothing is emitted then. @throws UnknownResidentError, UnknownUnitError */
  create(request: NewMaintenanceRequest, events: Emit<MaintenanceRequest>): Promise<boolean>;
  get(requestId: string): Promise<MaintenanceRequest | undefined>;
  /** The most urgent first, then the oldest; at most `limit` (default 100). */
  list(options?: {
    status?: RequestStatus;
    assigneeId?: string;
    limit?: number;
  }): Promise<MaintenanceRequest[]>;
  /**
   * Puts someone in charge; the same person again changes and emits nothing.
   * @throws UnknownRequestError, RequestResolvedError
   */
  assign(requestId: string, assigneeId: string, events: Emit<MaintenanceChange>): Promise<MaintenanceChange>;
  /**
   * Changes what is given; a change that changes nothing emits nothing. A resolved request that gets a status is open
   * again.
   * @throws UnknownRequestError; RequestResolvedError when it is resolved and gets no status.
   */
  update(
    requestId: string,
    changes: MaintenanceChanges,
    events: Emit<MaintenanceChange>,
  ): Promise<MaintenanceChange>;
  /** @returns false when it is resolved already; nothing is emitted then. @throws UnknownRequestError */
  resolve(
    requestId: string,
    resolution: { resolvedBy: string; resolution?: string },
    events: Emit<MaintenanceRequest>,
  ): Promise<boolean>;
}
